import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Finding actions by a part of their names, and doing them from there.
@Suite struct PaletteTests {
  @Test func `every action there is can be found, and says why it does nothing now`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    guard case .help(let list) = robot.program.panes.last else {
      Issue.record("no palette")
      return
    }
    let listed = Set(list.items.map(\.action))
    #expect(listed == Set(Action.allCases).subtracting([.palette]))
    let undo = try #require(list.items.first { $0.action == .undo })
    #expect(undo.hindrance == "nothing to undo")
    let toggle = try #require(list.items.first { $0.action == .toggle })
    #expect(toggle.hindrance == "only in choosing several")
  }

  @Test(arguments: [
    ("nf", Action.nextFinding), ("funds", .showFunding), ("mark all", .markAll), ("quit", .quit),
    ("dupl", .duplicateLine), ("cop", .copy), ("thm", .theme),
    ("W", .waive), ("sort", .sort),
  ])
  func `letters find the action that is meant`(_ text: String, _ action: Action) throws {
    var robot = try Robot()
    robot.program.equip(with: Equipment(themes: ["default"], copyHindrance: nil))
    try robot.ask(.palette)
    robot.type(text)
    guard case .help(let list) = robot.program.panes.last else { return }
    #expect(list.focused?.action == action, "\(list.focused?.title ?? "none")")
  }

  @Test func `what is found is done where the user was`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("all findings")
    try robot.ask(.accept)
    #expect(robot.program.screen == .findings && robot.program.panes.isEmpty)
  }

  @Test func `help does what it lists, found by its key too`() throws {
    var robot = try Robot()
    try robot.ask(.help)
    robot.type("y")
    try robot.ask(.accept)
    #expect(robot.plan.lines.count == 13)
  }

  @Test func `an action that cannot be done says why and leaves the list open`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("undo")
    #expect(robot.screen.contains("undo; not now: nothing to undo"))
    try robot.ask(.accept)
    #expect(robot.bottom == "nothing to undo")
    #expect(robot.program.context == .help)
  }

  @Test func `letters at the beginnings of words fit better`() {
    let words = Likeness.score(of: "nf", in: "next finding") ?? 0
    let middle = Likeness.score(of: "nf", in: "unfunded") ?? 0
    #expect(words > middle)
    #expect(Likeness.score(of: "fn", in: "next") == nil)
  }
}
