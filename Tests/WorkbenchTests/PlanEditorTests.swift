import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// The plan editor without a screen.
@Suite struct PlanEditorTests {
  private func editor(store: StoreAccess? = nil) throws -> PlanEditor {
    PlanEditor(
      Assessment(try Fixture.plan("imaging"), against: try Fixture.index()), store: store)
  }

  private func notes(_ text: String, on plan: Plan) -> [Edit] {
    [plan.setting(.notes(text), at: 0)]
  }

  @Test func `an edit is undone and redone as it was remembered`() throws {
    var editor = try editor()
    let before = editor.plan
    let edits = notes("first", on: before)
    editor.apply(edits, near: 0)
    editor.remember(Step(title: "notes", kind: .edit, edits: edits), line: "L1", place: 0)
    let after = editor.plan
    #expect(after != before && editor.history.lastDone?.title == "notes")
    let undone = editor.undo(edits.inverses, near: 0)
    #expect(undone?.title == "notes")
    #expect(editor.plan == before && editor.history.lastDone == nil)
    let redone = editor.redo(edits, near: 0)
    #expect(redone?.edits == edits)
    #expect(editor.plan == after && editor.history.nextUndone == nil)
    _ = editor.undo(edits.inverses, near: 0)
    let nothing = editor.undo([], near: 0)
    #expect(nothing == nil)
  }

  @Test func `steps that the store lacks are taken back and sent again in their order`() throws {
    let author = Author(user: 1, name: "ada", host: "here", session: "one")
    var editor = try editor(store: StoreAccess(author: author))
    let before = editor.plan
    for text in ["first", "second"] {
      let edits = notes(text, on: editor.plan)
      editor.apply(edits, near: 0)
      editor.remember(Step(title: text, kind: .edit, edits: edits), line: nil, place: 0)
    }
    let after = editor.plan
    var waiting: [Journal.Outgoing] = []
    while let outgoing = editor.takeBackLast() { waiting.insert(outgoing, at: 0) }
    #expect(editor.plan == before && waiting.map(\.step.title) == ["first", "second"])
    for outgoing in waiting {
      let isDone = editor.resend(outgoing, by: outgoing.step.edits)
      #expect(isDone)
    }
    #expect(
      editor.plan == after && editor.journal?.outbox.map(\.step.title) == ["first", "second"])
    editor.recorded(7)
    #expect(editor.journal?.head == 7 && editor.journal?.outbox.count == 1)
  }

  @Test func `what is only tried leaves the plan as it is`() throws {
    var editor = try editor()
    let before = editor.plan
    let edits = notes("tried", on: before)
    let seen = editor.trying { $0.trying(edits) { $0.plan.lines[0].notes } }
    #expect(seen == "tried" && editor.plan == before && editor.history.lastDone == nil)
  }

  @Test func `another plan begins without history, outbox or past`() throws {
    let author = Author(user: 1, name: "ada", host: "here", session: "one")
    var editor = try editor(store: StoreAccess(author: author))
    let edits = notes("first", on: editor.plan)
    editor.apply(edits, near: 0)
    editor.remember(Step(title: "first", kind: .edit, edits: edits), line: nil, place: 0)
    editor.look(
      at: try Fixture.plan("imaging"),
      PresentPlan(assessment: editor.assessment, lines: LineList(), number: 1, moment: "then"))
    editor.open(Assessment(try Fixture.plan("imaging"), against: try Fixture.index()))
    #expect(editor.present == nil && editor.history.lastDone == nil)
    #expect(editor.journal?.outbox.isEmpty == true && editor.journal?.access.author == author)
  }
}
