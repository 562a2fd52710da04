import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Several lines marked, and changed together.
@Suite struct MarkingTests {
  @Test func `marked lines get a route, and one undo takes it back`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.ask(.first, .mark, .mark)
    #expect(robot.program.lines.markedPlaces == [0, 1])
    #expect(robot.title.contains("2 marked"))
    try robot.ask(.changeMarked, .accept)
    robot.type("open")
    try robot.ask(.accept)
    #expect(robot.plan.lines[0...1].allSatisfy { $0.route == .open })
    #expect(Array(robot.plan.lines[2...]) == Array(before.lines[2...]))
    #expect(
      robot.words.contains("worse: unfunded 145,699.50 → 830,699.50; errors 9 → 13; "))
    #expect(robot.words.hasSuffix("; changed 2 lines; `u` undoes"))
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test(arguments: [
    ("capital alone", ["capital"], ["capital"]),
    ("running as well", ["capital", "running"], ["running"]),
    ("not capital", [], []), ("none", [], []),
  ])
  func `funds of marked lines are changed`(
    _ choice: String, _ funded: [String], _ unfunded: [String]
  ) throws {
    var plan = try Fixture.plan("imaging")
    plan.lines[6].funds = ["capital"]
    plan.lines[7].funds = []
    var robot = Robot(plan, index: try Fixture.index())
    robot.program.focus(onPlace: 6)
    try robot.ask(.mark, .mark, .changeMarked)
    robot.type("funds")
    try robot.ask(.accept)
    robot.type(choice)
    try robot.ask(.accept)
    #expect(robot.plan.lines[6].funds == funded)
    #expect(robot.plan.lines[7].funds == unfunded)
  }

  @Test func `the costs of marked lines are changed by per cent`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.ask(.markAll, .changeMarked)
    robot.type("costs")
    try robot.ask(.accept)
    robot.type("20")
    try robot.ask(.accept)
    #expect(robot.words.contains("write the change with its sign: `-20` or `+5`"))
    #expect(robot.plan == before && robot.program.context == .field)
    robot.press("<C-u>")
    robot.type("-20%")
    try robot.ask(.accept)
    for (line, old) in zip(robot.plan.lines, before.lines) {
      for amount in old.cost.amounts {
        #expect(abs(line.cost[amount.year, amount.kind].pence * 5 - amount.money.pence * 4) < 5)
      }
    }
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test func `marked lines are on the Spine, and their funds are certain`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.ask(.markAll, .changeMarked)
    robot.type("spine")
    try robot.ask(.accept)
    robot.type("yes")
    try robot.ask(.accept)
    #expect(robot.plan.lines.allSatisfy { $0.spineConnected == true })
    try robot.ask(.changeMarked)
    robot.type("certainty")
    try robot.ask(.accept)
    robot.type("expected")
    try robot.ask(.accept)
    let named = Set(before.lines.flatMap(\.funds))
    #expect(!named.isEmpty)
    #expect(
      robot.plan.funds.allSatisfy { fund in
        fund.certainty == (named.contains(fund.id) ? .expected : .confirmed)
      })
    try robot.ask(.undo, .undo)
    #expect(robot.plan == before)
  }

  @Test func `a supplier is typed for all marked lines`() throws {
    var robot = try Robot()
    try robot.ask(.markAll, .changeMarked)
    robot.type("supplier")
    try robot.ask(.accept)
    robot.type("Acme Ltd")
    #expect(robot.choices == ["use `Acme Ltd`"])
    try robot.ask(.accept)
    #expect(robot.plan.lines.allSatisfy { $0.supplier == "Acme Ltd" })
  }

  @Test func `marking all marks what is shown, and again takes the marks away`() throws {
    var robot = try Robot()
    try robot.filter("need:retain")
    try robot.ask(.markAll)
    try robot.ask(.showAll)
    #expect(robot.program.lines.markedPlaces == [3, 4])
    try robot.filter("is:marked")
    #expect(robot.shownLines == ["L4", "L5"])
    try robot.ask(.markAll)
    #expect(robot.program.lines.markedCount == 0)
  }

  @Test func `marks stay with their lines when others come and go`() throws {
    var robot = try Robot()
    try robot.focus("L5")
    try robot.ask(.mark)
    try robot.focus("L2")
    try robot.ask(.duplicateLine)
    #expect(robot.program.lines.markedPlaces.map { robot.plan.lines[$0].id } == ["L5"])
    try robot.ask(.removeLine, .moveLineDown)
    try robot.focus("L5")
    try robot.ask(.moveLineUp, .moveLineUp)
    #expect(robot.program.lines.markedPlaces.map { robot.plan.lines[$0].id } == ["L5"])
    try robot.ask(.removeLine)
    #expect(robot.program.lines.markedCount == 0)
  }

  @Test func `marked lines are removed together, and come back`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.filter("route:open")
    let shown = robot.shownLines
    try robot.ask(.markAll, .changeMarked)
    robot.type("remove")
    #expect(robot.program.view(size: robot.size).text.contains("removed \(shown.count) lines"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.allSatisfy { !shown.contains($0.id) })
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test func `without a mark the action says how to set one`() throws {
    var robot = try Robot()
    try robot.ask(.changeMarked)
    #expect(robot.bottom == "no line is marked; `Space` marks one")
  }
}
