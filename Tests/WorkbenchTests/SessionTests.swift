import Canvas
import Interaction
import MemoryStores
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// Writing, quitting, and what happens when the world interrupts.
@Suite struct SessionTests {
  @Test func `quitting an unchanged plan asks nothing`() throws {
    var robot = try Robot()
    robot.press("q")
    #expect(robot.effects == [.finish])
  }

  @Test func `quitting with unwritten work asks, and can write first`() throws {
    var robot = try Robot()
    robot.press("dq")
    #expect(robot.effects.isEmpty)
    #expect(robot.bottom.hasPrefix("not written:"))
    robot.press("w")
    #expect(robot.effects == [.write(robot.plan, over: .known)])
    robot.receive(.written(name: "plan.yaml"))
    #expect(robot.effects.last == .finish)
  }

  @Test func `a question is left with c, Esc or Ctrl-C and nothing happens`() throws {
    for key in ["c", "<Esc>", "<C-c>"] {
      var robot = try Robot()
      robot.press("dq" + key)
      #expect(robot.effects.isEmpty)
      #expect(robot.program.context == .plan)
    }
  }

  @Test func `a plan that was written is unmodified, and modified again after undo`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.written(name: "plan.yaml"))
    #expect(!robot.program.isModified)
    robot.press("u")
    #expect(robot.program.isModified)
    robot.press("U")
    #expect(!robot.program.isModified)
  }

  @Test func `what is typed, chosen or copied and then reverted is not a change`() throws {
    var robot = try Robot()
    robot.press("<Enter><.cost>77")
    #expect(robot.program.isModified && robot.program.hasUnsaved)
    robot.press("<Esc>")
    #expect(!robot.program.isModified && !robot.program.hasUnsaved)
    let before = robot.plan
    robot.press("<Esc>y")
    #expect(robot.program.isModified)
    // The copy is removed as a step of its own.
    robot.press("d")
    #expect(robot.plan == before && !robot.program.isModified)
    robot.press("q")
    #expect(robot.effects.last == .finish)
  }

  @Test func `a document that is gone is only written again when asked`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.documentMissing)
    #expect(robot.bottom.contains("the file is gone"))
    robot.press("c")
    #expect(robot.effects.count == 1)
    robot.press("w")
    robot.receive(.documentMissing)
    robot.press("w")
    #expect(robot.effects.last == .write(robot.plan, over: .missing))
  }

  @Test func `where the document is no plan any more another name is asked for`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.documentNotPlan("`plan.yaml` is not a plan document"))
    #expect(robot.screen.contains("is not a plan document"))
    robot.press("other.yaml<Enter>")
    #expect(robot.effects.last == .writeNew(robot.plan, name: "other.yaml"))
    robot.receive(.written(name: "other.yaml"))
    robot.press("uw")
    #expect(robot.effects.last == .write(robot.plan, over: .known))
  }

  @Test func `the first write to a document that only the store names asks with its full path`()
    throws
  {
    let index = try Fixture.index()
    let plan = try Fixture.plan("imaging")
    var start = PlanStart(Assessment(plan, against: index), documentName: "/home/ada/.profile")
    start.stored = StoredStart(StoredPlan(number: PlanNumber(1), plan: plan, head: 1))
    start.isDocumentConfirmed = false
    var robot = Robot(start, store: StoreAccess(author: SharedStoreFixture.author("ada", 1)))
    robot.press("w")
    #expect(robot.bottom.hasPrefix("write to `/home/ada/.profile`?  w write"))
    robot.handle(.resize(Size(rows: 12, columns: 12)))
    robot.handle(.resize(Size(rows: 12, columns: 40)))
    #expect(
      robot.words.contains("write to `/home/ada/.profile`? w write n another name c carry on"))
    #expect(!robot.effects.contains { if case .write = $0 { true } else { false } })
    robot.press("c")
    robot.press("w")
    robot.press("w")
    #expect(robot.effects.last == .write(robot.plan, over: .known))
    robot.receive(.written(name: "/home/ada/.profile"))
    robot.press("dw")
    #expect(robot.effects.last == .write(robot.plan, over: .known))
  }

  @Test func `a document with comments is only written without them when asked`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.needsConsent(.comments, .known))
    #expect(robot.bottom.contains("comments are not kept"))
    robot.press("c")
    #expect(robot.effects == [.write(robot.plan, over: .known)])
    robot.press("w")
    robot.receive(.needsConsent(.comments, .known))
    robot.press("w")
    let write = DocumentWrite(state: .known, consents: [.comments])
    #expect(robot.effects.last == .write(robot.plan, over: write))
  }

  @Test func `a read-only document is only replaced when asked, and a quit goes on after that`()
    throws
  {
    var robot = try Robot()
    robot.press("dqw")
    robot.receive(.needsConsent(.comments, .changed))
    robot.press("w")
    let first = DocumentWrite(state: .changed, consents: [.comments])
    robot.receive(.needsConsent(.protected, first))
    #expect(robot.bottom.contains("the file is read-only:"))
    robot.press("w")
    let write = DocumentWrite(state: .changed, consents: [.comments, .protected])
    #expect(robot.effects.last == .write(robot.plan, over: write))
    robot.receive(.written(name: "plan.yaml"))
    #expect(robot.effects.last == .finish)
    robot = try Robot()
    robot.press("dqw")
    robot.receive(.needsConsent(.protected, .known))
    robot.press("cw")
    robot.receive(.written(name: "plan.yaml"))
    #expect(robot.effects.last == .write(robot.plan, over: .known))
  }

  @Test func `a failure to write is said and the plan stays modified`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.failed("no room left"))
    #expect(robot.bottom == "no room left")
    #expect(robot.program.isModified)
  }

  @Test func `a plan without a document asks for a name`() throws {
    let index = try Fixture.index()
    var robot = Robot(try Fixture.plan("imaging"), name: nil, index: index)
    robot.press("wnew.yaml<Enter>")
    #expect(robot.effects == [.writeNew(robot.plan, name: "new.yaml")])
  }

  @Test func `a name is proposed from the title, and the name of a copy after that`() throws {
    var robot = Robot(try Fixture.plan("imaging"), name: nil, index: try Fixture.index())
    let name = ProposedFileName.name(ofTitle: robot.plan.header.title)
    robot.press("w<Enter>")
    #expect(robot.effects == [.writeNew(robot.plan, name: name)])
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "w<End><Backspace>x<Enter>")
    let edited = String(name.dropLast()) + "x"
    #expect(shared.robots[0].effects.last == .writeCopy(shared.robots[0].plan, name: edited))
    shared.receive(0, .copied(name: "copy.yaml"))
    shared.press(0, "w")
    #expect(shared.robots[0].bottom == "write to file: copy.yaml")
  }

  @Test(arguments: [
    ("Wirral imaging 2004/05", "wirral-imaging-2004-05.yaml"),
    ("St John's: Phase 2", "st-johns-phase-2.yaml"), ("../-rf *", "rf.yaml"), (" … ", "plan.yaml"),
  ])
  func `proposed names are safe`(_ title: String, _ name: String) {
    #expect(ProposedFileName.name(ofTitle: title) == name)
    #expect(ProposedFileName.name(ofTitle: String(repeating: "plan ", count: 90)).count < 70)
  }

  @Test func `a hang-up keeps unsaved changes, even if it is only what is being typed`() throws {
    var untouched = try Robot()
    untouched.handle(.hangUp(.terminalGone))
    #expect(untouched.effects.isEmpty)
    var robot = try Robot()
    robot.press("<Enter><.cost>42")
    robot.handle(.hangUp(.terminalGone))
    #expect(robot.effects == [.keepUnsaved(robot.plan, replacing: false)])
    #expect(robot.plan.lines[0].cost.amounts.first?.money == Money(pence: 4200))
  }

  @Test func `unsaved changes of an earlier session are restored, discarded or left`() throws {
    let index = try Fixture.index()
    let plan = try Fixture.plan("imaging")
    var changed = plan
    changed.lines.removeLast()
    let unsaved = UnsavedPlan(plan: changed, base: plan)
    var robot = Robot(plan, unsaved: unsaved, index: index)
    #expect(robot.bottom.contains("an earlier session left unsaved changes"))
    robot.press("t")
    #expect(robot.plan == changed && robot.program.isModified && robot.effects.isEmpty)
    robot.handle(.hangUp(.terminalGone))
    #expect(robot.effects == [.keepUnsaved(changed, replacing: true)])
    var other = Robot(plan, unsaved: unsaved, index: index)
    other.press("d")
    #expect(other.effects.isEmpty && other.bottom.hasPrefix("discard the unsaved changes"))
    other.press("d")
    #expect(other.plan == plan && other.effects == [.discardUnsaved])
    var third = Robot(plan, unsaved: unsaved, index: index)
    third.press("c")
    #expect(third.plan == plan && third.effects.isEmpty)
    third.press("d")
    third.handle(.hangUp(.terminalGone))
    #expect(third.effects == [.keepUnsaved(third.plan, replacing: false)])
  }

  @Test func `restored changes are one step that can be undone, and are removed once written`()
    throws
  {
    let plan = try Fixture.plan("imaging")
    var changed = plan
    changed.lines.removeLast()
    var robot = Robot(
      plan, unsaved: UnsavedPlan(plan: changed, base: plan), index: try Fixture.index())
    robot.press("tu")
    #expect(robot.plan == plan)
    robot.press("Uw")
    robot.receive(.written(name: "plan.yaml"))
    #expect(robot.effects == [.write(changed, over: .known), .discardUnsaved])
  }

  @Test func `restored changes go on top of what the document says now`() throws {
    let base = try Fixture.plan("imaging")
    var changed = base
    changed.lines.removeLast()
    var present = base
    present.lines.remove(at: 0)
    var robot = Robot(
      present, unsaved: UnsavedPlan(plan: changed, base: base), index: try Fixture.index())
    robot.press("t")
    var both = present
    both.lines.removeLast()
    #expect(robot.plan == both)
  }

  @Test func `what cannot be kept is said, and quitting waits`() throws {
    let office = try SharedStoreFixture("ada")
    office.stores[0].nextError = .noSpace
    office.press(0, "d")
    office.stores[0].nextError = .noSpace
    office.press(0, "q")
    #expect(office.robots[0].bottom.hasPrefix("not stored:  r retry"))
    office.stores[0].nextError = .noSpace
    office.press(0, "q")
    let effects = office.robots[0].effects
    #expect(effects.contains(.keepUnsaved(office.robots[0].plan, replacing: false)))
    #expect(!effects.contains(.finish))
    office.receive(0, .unsavedKept(failure: "no room"))
    #expect(office.robots[0].bottom == "not kept: no room")
    #expect(office.robots[0].program.whatIsKept == "unsaved changes could not be kept: no room")
    office.stores[0].nextError = .noSpace
    office.press(0, "qq")
    office.receive(0, .unsavedKept(failure: nil))
    #expect(office.robots[0].effects.last == .finish)
  }

  @Test func `Ctrl-Z and Ctrl-L work everywhere`() throws {
    for keys in ["", "<Enter>", "<Enter><.cost>1", "?", "dq", "2"] {
      var robot = try Robot()
      robot.press(keys)
      let screen = robot.screen
      robot.press("<C-z><C-l>")
      #expect(robot.effects == [.suspend, .redraw])
      robot.handle(.resumed)
      #expect(robot.screen == screen || keys == "<Enter>")
    }
  }

  @Test func `a resize in the middle of typing keeps the text and the value`() throws {
    var robot = try Robot()
    robot.press("<Enter><.cost>42")
    robot.handle(.resize(Size(rows: 1, columns: 1)))
    robot.handle(.resize(Size(rows: 12, columns: 40)))
    robot.press("7<Enter>")
    #expect(robot.plan.lines[0].cost.amounts.first?.money == Money(pence: 42700))
  }

  @Test func `an action that does nothing now says why`() throws {
    var robot = try Robot()
    robot.press("U")
    #expect(robot.bottom == "nothing to redo")
    robot.press("^")
    #expect(robot.bottom == "`^` does nothing here; `?` shows the keys")
  }
}
