import Interaction
import MemoryStores
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// Several people at one plan: everybody's steps are there, and nobody writes over what they have
/// not seen.
@Suite struct TogetherTests {
  @Test func `a step is in the store when its key has been handled`() throws {
    let office = try SharedStoreFixture("ada")
    office.press(0, "d")
    #expect(try office.stored() == office.robots[0].plan)
    #expect(try office.journal().map(\.step.title) == ["plan created", "removing L1"])
    #expect(!office.robots[0].program.isModified)
  }

  @Test func `another's step appears, with who did it, and the focus stays with its line`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(1, "jj")
    let line = office.robots[1].plan.lines[2].id
    office.press(0, "d")
    office.announce()
    #expect(office.robots[1].plan == office.robots[0].plan)
    #expect(office.robots[1].bottom == "ada: removing L1; errors and unfunded unchanged")
    #expect(office.robots[1].program.place == 1)
    #expect(office.robots[1].plan.lines[1].id == line)
  }

  @Test func `@ marks lines of the same plan only, also of one that the store does not have yet`()
    throws
  {
    let store = StoreAccess(author: SharedStoreFixture.author("ada", 0))
    let start = PlanStart(
      Assessment(try Fixture.plan("imaging"), against: try Fixture.index()),
      documentName: "plan.yaml")
    var robot = Robot(start, store: store)
    var news = News(otherSessions: [OtherSession(name: "bo", plan: nil, line: "L2")])
    robot.receive(.store(.caughtUp(news)))
    #expect(robot.program.journal?.sign(of: "L2") == nil)
    news.otherSessions[0].plan = PlanNumber(1)
    robot.receive(.store(.caughtUp(news)))
    #expect(robot.program.journal?.sign(of: "L2") == nil)
    robot.receive(.store(.recorded(number: 2, plan: PlanNumber(1))))
    #expect(robot.program.journal?.sign(of: "L2") == "@")
    news.otherSessions[0].plan = PlanNumber(2)
    news.plan = PlanNumber(2)
    robot.receive(.store(.caughtUp(news)))
    #expect(robot.program.journal?.sign(of: "L2") == "@")
  }

  @Test func `steps that cross each other both go in`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "d")
    // Bo was not notified, and the line that is removed here has moved.
    office.press(1, "jjd")
    #expect(try office.stored() == office.robots[1].plan)
    office.announce()
    #expect(office.robots[0].plan == office.robots[1].plan)
    #expect(try office.stored().lines.map(\.id).prefix(2) == ["L2", "L4"])
  }

  @Test func `a removed line comes back between its neighbours although lines were copied`()
    throws
  {
    let office = try SharedStoreFixture("ada", "bo")
    let before = try office.stored()
    office.press(0, "jjjd")
    office.announce()
    office.press(1, "y")
    office.announce()
    office.press(0, "u")
    office.announce()
    #expect(try office.stored().lines.map(\.id).filter { $0 != "L13" } == before.lines.map(\.id))
    office.press(1, "u")
    office.announce()
    #expect(try office.stored() == before)
    #expect(office.robots.allSatisfy { $0.plan == before })
  }

  @Test func `a copy does not take the id of a removed line, which comes back under it`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let before = try office.stored()
    office.press(0, "Gd")
    office.announce()
    #expect(try office.stored().lines.count == before.lines.count - 1)
    office.press(1, "y")
    office.announce()
    for robot in 0..<2 {
      office.press(robot, "u")
      office.announce()
    }
    #expect(try office.stored() == before)
  }

  @Test func `neighbours that were removed by several sessions come back in their order`() throws {
    for undoing in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
      let office = try SharedStoreFixture("ada", "bo", "cy")
      let before = try office.stored()
      for robot in 0..<3 {
        office.press(robot, "jd")
        office.announce()
      }
      for robot in undoing {
        office.press(robot, "u")
        office.announce()
      }
      #expect(try office.stored() == before)
    }
  }

  @Test func `an earlier session's removal is undone between its neighbours`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let before = try office.stored()
    office.press(0, "jjjd")
    office.announce()
    office.press(1, "y")
    office.announce()
    try office.join("ada")
    office.press(2, "u")
    office.announce()
    office.press(1, "u")
    office.announce()
    #expect(try office.stored() == before)
  }

  @Test func `two new lines of one id both stay`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "y")
    office.press(1, "jy")
    office.announce()
    let plan = try office.stored()
    #expect(Set(plan.lines.map(\.id)).count == plan.lines.count)
    #expect(office.robots[0].plan == plan && office.robots[1].plan == plan)
  }

  @Test(arguments: [("m", "200"), ("t", "100"), ("<Esc><Esc>", "100")])
  func `the second session at a field is asked before its value is set`(
    _ answer: String, _ pounds: String
  ) throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "<Enter><.cost>100<Enter>")
    office.press(1, "<Enter><.cost>200<Enter>")
    #expect(office.robots[1].bottom.hasPrefix("ada has set capital 2004-05 of L1 to `100`:"))
    #expect(try office.stored().lines[0].cost.amounts[0].money == Money(pence: 10_000))
    office.press(1, answer)
    office.announce()
    let money = try Money(pounds: pounds)
    #expect(try office.stored().lines[0].cost.amounts[0].money == money)
    #expect(office.robots[0].plan == office.robots[1].plan)
  }

  @Test(arguments: [(false, "200"), (true, "20")])
  func `Esc at the question whose value stays goes back to what was typed`(
    _ isTyping: Bool, _ text: String
  ) throws {
    let office = try SharedStoreFixture("ada", "bo")
    if isTyping { office.press(1, "<Enter><.cost>20") }
    office.press(0, "<Enter><.cost>100<Enter>")
    if isTyping { office.announce() }
    office.press(1, isTyping ? "<Enter>" : "<Enter><.cost>200<Enter>")
    #expect(office.robots[1].program.context == .question)
    office.press(1, "<Esc>")
    guard let editor = office.robots[1].program.panes.top as? FieldEditor else {
      Issue.record("no field is open")
      return
    }
    #expect(editor.input.text == text)
    #expect(try office.stored().lines[0].cost.amounts[0].money == Money(pence: 10_000))
    office.press(1, "<Enter>")
    if isTyping { office.press(1, "m") }
    #expect(try office.stored().lines[0].cost.amounts[0].money == Money(pounds: text))
  }

  @Test func `a user who is typing is notified when another session sets the same field`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(1, "<Enter><.cost>20")
    office.press(0, "<Enter><.cost>100<Enter>")
    office.announce()
    #expect(office.robots[1].bottom.hasPrefix("ada has set this to `100`"))
    office.press(1, "0<Enter>")
    #expect(office.robots[1].bottom.contains("m use mine"))
    office.press(1, "m")
    #expect(try office.stored().lines[0].cost.amounts[0].money == Money(pence: 20_000))
  }

  @Test func `Esc leaves what the other has put there`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(1, "<Enter><.cost>20")
    office.press(0, "<Enter><.cost>100<Enter>")
    office.announce()
    office.press(1, "<Esc>")
    #expect(office.robots[1].plan == office.robots[0].plan)
    #expect(try office.stored() == office.robots[0].plan)
  }

  @Test func `what is typed into a line that another removes is not lost`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(1, "<Enter><.cost>4242")
    office.press(0, "d")
    office.announce()
    #expect(office.robots[1].bottom.contains("what you typed is `4242`"))
    #expect(office.robots[1].plan == office.robots[0].plan)
  }

  @Test func `undoing never undoes what another did since, unless asked`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "<Enter><.cost>100<Enter>")
    office.announce()
    office.press(1, "<Enter><.cost>200<Enter>")
    office.announce()
    office.press(0, "<Esc>u")
    #expect(office.robots[0].bottom.contains("bo has set capital 2004-05 of L1 to `200`"))
    #expect(try office.stored().lines[0].cost.amounts[0].money == Money(pence: 20_000))
    office.press(0, "t")
    #expect(try office.stored().lines[0].cost.amounts[0].money == Money(pence: 20_000))
  }

  @Test func `undo and redo reach back to earlier sessions of the same person`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let original = try office.stored()
    office.press(0, "dd")
    office.announce()
    office.press(1, "jjjd")
    let edited = try office.stored()
    try office.join("ada")
    office.press(2, "uu")
    #expect(try office.stored().lines.count == original.lines.count - 1)
    #expect(office.robots[2].bottom.hasPrefix("undone: removing L1; "))
    office.press(2, "u")
    #expect(office.robots[2].bottom == "nothing to undo")
    office.press(2, "UU")
    #expect(try office.stored() == edited)
    let kinds = try office.journal().suffix(4).map(\.step.kind)
    #expect(kinds == [.undo(of: 3), .undo(of: 2), .redo(of: 2), .redo(of: 3)])
    try office.join("ada")
    office.press(3, "u")
    #expect(office.robots[3].bottom.hasPrefix("undone: removing L2; "))
  }

  @Test func `what the store cannot take is kept, said, and tried again`() throws {
    let office = try SharedStoreFixture("ada")
    office.stores[0].nextError = .noSpace
    office.press(0, "d")
    #expect(office.robots[0].words.contains("not stored: the disk is full"))
    #expect(office.robots[0].screen.contains("not stored"))
    #expect(try office.journal().count == 1)
    office.press(0, "j")
    #expect(try office.stored() == office.robots[0].plan)
    #expect(try office.journal().count == 2)
  }

  @Test func `restored changes are a step that everybody sees, on top of what others did`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let base = try office.stored()
    var changed = base
    changed.lines.removeLast()
    office.press(1, "d")
    try office.join("ada", unsaved: UnsavedPlan(plan: changed, base: base))
    office.press(2, "t")
    office.announce()
    var both = changed
    both.lines.remove(at: 0)
    #expect(try office.stored() == both)
    #expect(office.robots.allSatisfy { $0.plan == both })
    let last = try #require(try office.journal().last)
    #expect(last.step.title == "restoring unsaved changes" && last.step.kind == .edit)
    #expect(office.robots[2].effects.contains(.discardUnsaved))
    office.press(2, "u")
    #expect(try office.stored().lines.count == base.lines.count - 1)
  }

  @Test func `restoring what another has changed since asks first`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let base = try office.stored()
    var changed = base
    changed.lines[0].notes = "mine"
    let notes = Edit.set(
      line: base.lines[0].id, from: .notes(base.lines[0].notes), to: .notes("theirs"))
    let step = Step(title: "notes", edits: [notes])
    _ = try office.stores[1].append(step, to: PlanNumber(1), after: 1, PlanSummary())
    try office.join("ada", unsaved: UnsavedPlan(plan: changed, base: base))
    office.press(2, "t")
    #expect(office.robots[2].bottom.hasPrefix("the plan has changed since:"))
    #expect(try office.stored().lines[0].notes == "theirs")
    office.press(2, "m")
    #expect(try office.stored().lines[0].notes == "mine")
    #expect(office.robots[2].effects.contains(.discardUnsaved))
    // Leaving theirs, even by Esc, leaves the changes on file, whatever is done then.
    let again = Edit.set(line: base.lines[0].id, from: .notes("mine"), to: .notes("theirs"))
    _ = try office.stores[1].append(
      Step(title: "notes", edits: [again]), to: PlanNumber(1), after: 3, PlanSummary())
    try office.join("ada", unsaved: UnsavedPlan(plan: changed, base: base))
    office.press(3, "t<Esc>jd")
    #expect(try office.stored().lines[0].notes == "theirs")
    #expect(!office.robots[3].effects.contains(.discardUnsaved))
  }

  @Test func `a frozen plan cannot be changed until it is reopened`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "F")
    let plan = try office.stored()
    // Bo has not heard of it.
    office.press(1, "d")
    #expect(
      office.robots[1].words.contains("not done: removing L1, which `U` redoes later; the plan"))
    #expect(office.robots[1].plan == plan)
    office.press(1, "<Enter><.cost>1")
    #expect(office.robots[1].bottom.contains("frozen") && office.robots[1].plan == plan)
    office.press(1, "<Esc><Esc>F")
    office.announce()
    office.press(1, "d")
    #expect(try office.stored().lines.count == plan.lines.count - 1)
  }

  @Test func `what cannot be taken as the plan was frozen meanwhile is redone later`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "<Enter><.notes><Enter>mine")
    office.press(1, "<Enter><.notes><Enter>theirs<Enter><Esc>")
    office.announce()
    office.press(0, "<Enter>")
    #expect(office.robots[0].words.contains("m use mine"))
    office.press(1, "F")
    office.announce()
    office.press(0, "m")
    #expect(office.robots[0].words.contains("which `U` redoes later"))
    office.press(1, "F")
    office.announce()
    office.press(0, "<Esc>U")
    #expect(try office.stored().lines[0].notes == "mine")
  }

  @Test func `an amount that a frozen plan refuses does not stay behind the next field`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "F")
    let plan = try office.stored()
    // Bo has not heard of it, and types from field to field.
    office.press(1, "4j5")
    #expect(office.robots[1].plan != plan)
    office.press(1, "<Right>")
    #expect(office.robots[1].words.contains("the plan is frozen"))
    office.press(1, "<Esc>")
    #expect(office.robots[1].plan == plan)
  }

  @Test func `the past is listed, looked at, and gone back to as an edit`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    let original = try office.stored()
    office.press(0, "dd")
    office.announce()
    // The first key says that the line is another than the one that was focused.
    office.press(1, "dd")
    let edited = try office.stored()
    office.press(0, "7")
    #expect(office.robots[0].rows.contains { $0.contains("bo") && $0.contains("removing L3") })
    office.press(0, "jjj<Enter>")
    #expect(office.robots[0].plan == original)
    office.press(0, "d")
    #expect(office.robots[0].plan == original && office.robots[0].bottom.contains("as it was"))
    office.press(0, "<Esc>")
    #expect(office.robots[0].plan == edited)
    office.press(0, "<Enter>B")
    #expect(try office.stored() == original)
    office.press(0, "u")
    #expect(try office.stored() == edited)
  }

  @Test func `the past is filtered by line, person and day, and versions have names`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jd")
    office.announce()
    office.press(1, "d")
    office.press(1, "vfirst draft<Enter>7")
    #expect(office.robots[1].screen.contains("[first draft] removing L1"))
    office.press(1, "/ada<Enter>")
    #expect(office.robots[1].program.past.entries.map(\.step.title) == ["removing L2"])
    office.press(1, "/<C-u>line:L1<Enter>")
    #expect(
      office.robots[1].program.past.entries.map(\.step.title) == [
        "removing L1", "plan created",
      ])
    office.press(1, "/<C-u>2004-11-03<Enter>")
    #expect(office.robots[1].program.past.entries.isEmpty)
  }

  @Test func `plans are listed, opened and started`() throws {
    let office = try SharedStoreFixture("ada")
    office.press(0, "0")
    #expect(office.robots[0].screen.contains("founder"))
    office.press(0, "a<Enter><Enter>")
    #expect(office.robots[0].plan.header.title == "New plan")
    #expect(office.robots[0].screen.contains("`New plan` created; `a` adds a line"))
    office.press(0, "2/pacs<Enter>a0")
    #expect(office.robots[0].program.directory.all.count == 2)
    #expect(office.robots[0].program.directory.all[0].summary.lines == 1)
    office.press(0, "/imaging<Enter><Enter>")
    #expect(office.robots[0].plan == (try office.stored()))
  }
}
