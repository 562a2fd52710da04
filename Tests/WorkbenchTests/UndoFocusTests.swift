import Interaction
import MemoryStores
import Procurement
import Stores
import Testing

@testable import Workbench

/// Where the focus is after undo and redo: on the line that the step is about, also where it has
/// moved.
@Suite struct UndoFocusTests {
  @Test(arguments: [
    ("d", "L3"), ("y", "L3"), ("J", "L3"), ("K", "L3"), ("<Enter><.cost>5<Enter><Esc>", "L3"),
    ("<Enter><.id><Enter><C-u>X7<Enter><Esc>", "L3"),
  ])
  func `undo focuses the line that the step was about`(_ keys: String, _ line: String) throws {
    var robot = try Robot()
    robot.press("jj" + keys)
    robot.press("ggjjjjju")
    #expect(robot.plan == (try Fixture.plan("imaging")))
    #expect(robot.program.focusedLineID == line)
  }

  @Test(arguments: [
    ("d", "L4"), ("y", "L13"), ("J", "L3"), ("<Enter><.cost>5<Enter><Esc>", "L3"),
    ("<Enter><.id><Enter><C-u>X7<Enter><Esc>", "X7"),
  ])
  func `redo focuses it again, or the line after one that is removed`(
    _ keys: String, _ line: String
  ) throws {
    var robot = try Robot()
    robot.press("jj" + keys)
    let edited = robot.plan
    robot.press("ugU")
    #expect(robot.plan == edited)
    #expect(robot.program.focusedLineID == line)
  }

  @Test func `undoing an added line leads back to the line from which it was added`() throws {
    var robot = try Robot()
    robot.press("jja<Enter>")
    #expect(robot.program.focusedLineID == "L13")
    robot.press("u")
    #expect(robot.program.focusedLineID == "L3")
  }

  @Test func `a bulk change keeps the focus among its lines, else leads to where it was made`()
    throws
  {
    var robot = try Robot()
    robot.press("jj  broute<Enter>open<Enter>")
    robot.press("gjjju")
    #expect(robot.program.focusedLineID == "L4")
    robot.press("gU")
    #expect(robot.program.focusedLineID == "L5")
  }

  @Test func `a step that is about no line leaves the focus where it is`() throws {
    var robot = try Robot()
    robot.press("jj4dy1jjKu")
    #expect(robot.program.focusedLineID == "L5")
    robot.press("gju")
    #expect(robot.plan == (try Fixture.plan("imaging")))
    #expect(robot.program.focusedLineID == "L2")
  }

  @Test(arguments: ["d", "jjd", "GKKKK", "y", "J", "jK"])
  func `the focus is on the line of the step whatever others did between`(_ keys: String) throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "j<Enter><.cost>5<Enter><Esc>")
    office.announce()
    office.press(1, keys)
    office.announce()
    office.press(0, "G")
    office.press(0, "u")
    #expect(office.robots[0].program.focusedLineID == "L2")
    office.press(0, "d")
    #expect(try office.stored().index(ofLine: "L2") == nil)
    #expect(office.robots[0].bottom.contains("removed L2"))
  }

  @Test func `the focus is on the line of the step after others renamed it`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "j<Enter><.cost>5<Enter><Esc>")
    office.announce()
    office.press(1, "j<Enter><.id><Enter><C-u>X7<Enter><Esc>")
    office.announce()
    office.press(0, "Gu")
    #expect(office.robots[0].program.focusedLineID == "X7")
    office.press(0, "gU")
    #expect(office.robots[0].program.focusedLineID == "X7")
  }

  @Test func `the step of an earlier session is undone on its line`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "jjjd")
    office.announce()
    office.press(1, "y")
    office.announce()
    try office.join("ada")
    office.press(2, "u")
    #expect(office.robots[2].program.focusedLineID == "L4")
  }

  @Test func `undo is about the line that had the id when the step was made`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    func rename(_ old: String, _ new: String) throws {
      let edit = Edit.set(line: old, from: .id(old), to: .id(new))
      _ = try office.stores[1].append(
        Step(title: "id of \(old)", edits: [edit]), to: PlanNumber(1),
        after: try office.journal().count, PlanSummary())
      office.announce()
    }
    try rename("L2", "X")
    try rename("L3", "L2")
    let before = try office.stored()
    office.press(0, "jj<Enter>G<Enter><C-u>mine<Enter><Esc>")
    try #require(office.stored().lines[2].notes == "mine")
    try rename("L2", "Y")
    try rename("X", "L2")
    office.press(0, "gu")
    var expected = before
    expected.apply(.set(line: "L2", from: .id("L2"), to: .id("Y")))
    expected.apply(.set(line: "X", from: .id("X"), to: .id("L2")))
    #expect(try office.stored() == expected)
    #expect(office.robots[0].program.focusedLineID == "Y")
  }
}
