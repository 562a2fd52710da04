import Interaction
import MemoryStores
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// What is open, typed or focused belongs to a line, fund or group by its id: another session that
/// moves, renames or removes it has nothing written to its neighbour.
@Suite struct RemovedLineTests {
  /// Two sessions at the imaging plan; bo has L5 focused, which has a finding.
  private func office(_ keys: String = "jjjj") throws -> SharedStoreFixture {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(1, keys)
    return office
  }

  /// Ada removes L5, and bo hears of it.
  private func removeFifthLine(_ office: SharedStoreFixture) {
    office.press(0, "jjjjd")
    office.announce()
  }

  @Test(arguments: ["d", "y", "J", "K", "W", "r", "x", "f<Enter>", "<Enter>", " "])
  func `a key about a removed line is refused once and says who removed it`(_ key: String) throws {
    let office = try office()
    removeFifthLine(office)
    #expect(
      office.robots[1].bottom.hasPrefix("L5 was removed by ada; the current line is L6"))
    let plan = try office.stored()
    office.press(1, key)
    #expect(office.robots[1].bottom.contains("L5 was removed by ada") || key == "f<Enter>")
    #expect(try office.stored() == plan)
    #expect(office.robots[1].program.lines.markedCount == 0)
  }

  @Test func `the second key is carried out, and so is one on another line`() throws {
    let office = try office()
    removeFifthLine(office)
    office.press(1, "dd")
    #expect(try office.stored().lines.map(\.id)[3...4] == ["L4", "L7"])
    office.press(0, "jd")
    office.announce()
    office.press(1, "jd")
    #expect(office.robots[1].bottom.contains("removed L9"))
  }

  @Test func `a line that comes back is focused again`() throws {
    let office = try office()
    removeFifthLine(office)
    office.press(0, "u")
    office.announce()
    office.press(1, "d")
    #expect(try office.stored().lines.map(\.id)[3...4] == ["L4", "L6"])
    #expect(office.robots[1].bottom.contains("removed L5"))
  }

  @Test(arguments: [
    "<Enter>", "<Enter><.cost>", "<Enter><Enter>", "<Enter>jj<Enter>", "r", "f", "W", "x",
    "<Enter>jjjjjjjG<Enter>", "W<Enter>",
  ])
  func `what is open about a removed line closes, and keys go nowhere until Esc`(
    _ keys: String
  ) throws {
    let office = try office("jjjj" + keys)
    removeFifthLine(office)
    let plan = try office.stored()
    #expect(office.robots[1].program.context == .question)
    #expect(office.robots[1].words.contains("L5 was removed by ada;"))
    office.press(1, "bad4 idea<Enter>Kdd")
    #expect(try office.stored() == plan)
    office.press(1, "<Esc>")
    #expect(office.robots[1].program.panes.isEmpty)
    office.press(1, "d")
    #expect(try office.stored() == plan)
    #expect(office.robots[1].bottom.hasPrefix("L5 was removed by ada; the current line is L6"))
  }

  @Test(arguments: [("<Enter>jjjjjjjG<Enter>abc", "abc"), ("W<Enter>because", "because")])
  func `what was typed for a removed line is shown`(_ keys: String, _ typed: String) throws {
    let office = try office("jjjj" + keys)
    removeFifthLine(office)
    #expect(
      office.robots[1].words.contains("L5 was removed by ada; what you typed is `"))
    #expect(office.robots[1].words.contains("\(typed)`; `Esc` goes on"))
    office.press(1, "<Enter>")
    #expect(try office.stored() == office.robots[0].plan)
  }

  @Test func `a value taken in the same moment as its line is removed is not asked about`() throws {
    let office = try office("jjjj<Enter>G<Enter><C-u>mine")
    office.press(0, "jjjjd")
    office.press(1, "<Enter>")
    #expect(try office.stored() == office.robots[0].plan)
    #expect(office.robots[1].plan == office.robots[0].plan)
    #expect(office.robots[1].words.contains("L5 was removed by ada; not done: notes of L5;"))
    #expect(office.robots[1].words.contains("what you typed is `mine`"))
    office.press(1, "<Esc>u")
    #expect(office.robots[1].bottom == "nothing to undo")
  }

  @Test func `the question whose value stays goes with its line`() throws {
    let office = try office("jjjj<Enter><.cost>20")
    office.press(0, "jjjj<Enter><.cost>100<Enter><Esc>")
    office.announce()
    office.press(1, "<Enter>")
    office.press(0, "d")
    office.announce()
    #expect(office.robots[1].words.contains("L5 was removed by ada; what you typed is `20`"))
    office.press(1, "<Esc><Esc>")
    #expect(office.robots[1].plan == (try office.stored()))
  }

  @Test func `a field stays with its line where others rename it or remove lines above`() throws {
    let office = try office("j<Enter><.cost>42")
    office.press(0, "j<Enter>G<Up><Up><Up><Up><Up><Enter>")
    office.press(0, "<Esc><Esc><Esc>kd")
    office.announce()
    office.press(1, "<Enter>")
    let line = try #require(try office.stored().lines.first)
    #expect(line.id == "L2" && line.cost.amounts[0].money == Money(pence: 42_00))
  }

  @Test func `an id that is being typed is not a removed line`() throws {
    let office = try office("j<Enter>")
    office.press(1, "<.id><Enter><C-u>X7")
    try #require(office.robots[1].plan.lines[1].id == "X7")
    office.press(0, "d")
    office.announce()
    #expect(office.robots[1].program.context == .field)
    office.press(1, "<Enter>")
    #expect(try office.stored().lines[0].id == "X7")
  }

  @Test func `the focus follows a line through names that go from line to line`() throws {
    let office = try office("jj")
    func rename(_ old: String, _ new: String) throws {
      let head = try office.journal().count
      let edit = Edit.set(line: old, from: .id(old), to: .id(new))
      _ = try office.stores[0].append(
        Step(title: "id of \(old)", edits: [edit]), to: PlanNumber(1), after: head, PlanSummary())
      office.announce()
    }
    try rename("L2", "X")
    try rename("L3", "L2")
    #expect(office.robots[1].program.focusedLineID == "L2")
    office.press(0, "d")
    office.announce()
    #expect(office.robots[1].program.focusedLineID == "L2")
    office.press(1, "d")
    #expect(try office.stored().lines.prefix(2).map(\.id) == ["X", "L4"])
  }

  @Test func `a copy that gets another id stays focused`() throws {
    let office = try SharedStoreFixture("ada", "bo")
    office.press(0, "y")
    office.press(1, "jjy")
    let plan = try office.stored()
    #expect(office.robots[1].program.focusedLineID == plan.lines[4].id)
    office.press(1, "d")
    #expect(try office.stored() == office.robots[0].plan)
  }

  @Test(arguments: [
    ("4jjj", "77<Enter>"), ("4jjj<Enter>", "<C-u>77<Enter>"),
    ("4jjl<Enter>", "x<Enter>"), ("4jjll<Enter>", "<Down><Enter>"),
  ])
  func `a field of a fund stays with its fund`(_ keys: String, _ more: String) throws {
    let office = try office(keys)
    let title = office.robots[1].program.focusedProperty?.title
    office.press(0, "4dy")
    let left = office.robots[0].plan.funds
    try #require(left.map(\.id) == ["running"])
    office.announce()
    let focused = try #require(office.robots[1].program.focusedProperty)
    #expect(focused.title == title && focused.record(in: office.robots[1].plan) == "running")
    office.press(1, more)
    let funds = try office.stored().funds
    #expect(funds.map(\.id) == ["running"] && funds != left)
  }

  @Test(arguments: ["", "<Enter>", "<Enter><C-u>5"])
  func `nothing is typed into the fund after one that was removed`(_ keys: String) throws {
    let office = try office("4j" + keys)
    office.press(0, "4dy")
    office.announce()
    #expect(office.robots[1].words.contains("`capital` was removed by ada"))
    let plan = try office.stored()
    office.press(1, "7<Enter><Enter>")
    #expect(try office.stored() == plan && office.robots[1].plan == plan)
  }

  @Test func `the focused finding stays focused when others come and go`() throws {
    let office = try office("3jjj")
    let finding = try #require(office.robots[1].program.focusedFinding)
    office.press(0, "d")
    office.announce()
    let present = try #require(office.robots[1].program.focusedFinding)
    #expect(present.line == finding.line && present.code == finding.code)
  }
}
