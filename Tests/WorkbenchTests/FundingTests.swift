import Canvas
import Documents
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Missing money on the screen: what is order and what is money, why, and what helps.
@Suite struct FundingTests {
  /// L1 draws on `capital`, although `bid` would do; then L2 and L3 are short.
  static func robot(size: Size = Size(rows: 40, columns: 120)) throws -> Robot {
    let text = """
      calloff: 1
      title: Order and money
      trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
      years: [2004-05]
      funds:
        - {id: capital, name: C, pays: capital, available: {2004-05: 100000}}
        - {id: bid, name: B, pays: either, available: {2004-05: 60000}}
      lines:
        - {id: L1, service: future, description: Car park barriers, route: open, supplier: Acme,
           cost: {capital: {2004-05: 60000}}, funds: [capital, bid]}
        - {id: L2, service: future, description: Bedside entertainment, route: open,
           supplier: Acme, cost: {capital: {2004-05: 100000}}, funds: [capital]}
        - {id: L3, service: future, description: Visitor kiosks, route: open, supplier: Acme,
           cost: {capital: {2004-05: 85000}}, funds: [capital]}
      """
    let index = try Fixture.index()
    let clusters = index.programme.clusters.map(\.id)
    return Robot(try readPlan(Array(text.utf8), clusters: clusters).plan, size: size, index: index)
  }

  private func unfunded(_ robot: Robot) -> String {
    robot.program.assessment.totals.all.unfunded.grouped
  }

  @Test func `the least sum follows each edit`() throws {
    var robot = try Self.robot()
    #expect(robot.words.contains("unfunded 145,000.00 in any order 85,000.00"))
    try robot.focus("L3")
    try robot.ask(.removeLine)
    #expect(robot.words.contains("unfunded 60,000.00 in any order 0.00"))
    try robot.ask(.undo, .showFunding)
    #expect(robot.words.contains("in any order of drawing: 85,000.00"))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
  func `there is room for the least sum on the screen of funds`(_ size: Size) throws {
    var robot = try Self.robot(size: size)
    #expect(!robot.words.contains("in any order"))
    try robot.ask(.showFunding)
    if size.rows > 12 { #expect(robot.words.contains("in any order of drawing: 85,000.00")) }
  }

  @Test func `a rearranging fix shows what it does, and does it as one step`() throws {
    var robot = try Self.robot()
    try robot.focus("L2")
    try robot.ask(.fix)
    #expect(
      robot.choice?.title
        == "F101 draw on the funds in another order: L1 draws on B before C")
    #expect(robot.words.contains("unfunded 145,000 → 85,000"))
    try robot.ask(.accept)
    #expect(unfunded(robot) == "85,000.00")
    #expect(robot.plan.lines[0].funds == ["bid", "capital"])
    try robot.ask(.undo)
    #expect(unfunded(robot) == "145,000.00" && robot.plan.lines[0].funds == ["capital", "bid"])
  }

  @Test func `each fix for missing money leaves what its preview says`() throws {
    var kinds: Set<String> = []
    for line in ["L2", "L3"] {
      var number = 0
      while true {
        var robot = try Self.robot()
        try robot.focus(line)
        try robot.ask(.fix)
        guard number < robot.choices.count else { break }
        for _ in 0..<number { try robot.ask(.down) }
        number += 1
        guard let kind = robot.choice?.fixKind, kind.code == .F101 else { continue }
        let preview = try #require(
          robot.words.firstMatch(of: /unfunded 145,000 → ([0-9,]+)/)?.output.1)
        try robot.ask(.accept)
        #expect(unfunded(robot) == preview + ".00", "\(kind.words)")
        kinds.insert(kind.words)
      }
    }
    #expect(
      kinds == [
        "draw on the funds in another order", "name fund `bid`", "raise the fund that pays first",
        "cut the cost by what is not covered",
      ])
  }

  @Test func `the reasons for missing money and a better order are explained`() throws {
    var robot = try Self.robot()
    try robot.focus("L2")
    try robot.ask(.showFindings)
    while robot.program.focusedFinding?.line != "L2" || robot.program.focusedFinding?.code != .F101
    {
      try robot.ask(.down)
    }
    try robot.ask(.explain)
    #expect(
      robot.words.contains(
        "capital 2004-05: L2 and L3 need £185,000; the funds they may use hold £100,000; £85,000 "
          + "stays unfunded in any order"))
    #expect(
      robot.words.contains(
        "another order leaves £85,000 unfunded: L1 draws on B before C"))
  }

  @Test func `a fix is applied to all findings of its code, as one step`() throws {
    var robot = try Self.robot()
    let plan = robot.plan
    try robot.focus("L3")
    try robot.ask(.fix)
    while robot.choice?.fixKind?.words != "raise the fund that pays first" {
      try robot.ask(.down)
    }
    try robot.ask(.fixAll)
    #expect(robot.choice?.title == "F101 raise the fund that pays first")
    #expect(robot.choice?.remark == "2 findings")
    #expect(robot.words.contains("unfunded 145,000 → 0"))
    #expect(robot.plan == plan)
    try robot.ask(.accept)
    #expect(unfunded(robot) == "0.00" && robot.program.panes.isEmpty)
    // The sentence has what each fund becomes, though two findings raise one of them in turn.
    for (old, new) in zip(plan.funds, robot.plan.funds) {
      for (year, money) in new.available where money != old.available[year] {
        let before = (old.available[year] ?? .zero).grouped(withPence: false)
        let words = "\(year) \(before) → \(money.grouped(withPence: false))"
        #expect(robot.words.contains(words), "\(words)")
      }
    }
    #expect(
      robot.program.history.lastDone?.title
        == "F101 raise the fund that pays first on 2 lines")
    try robot.ask(.undo)
    #expect(robot.plan == plan)
  }

  @Test func `going back from all findings leads to the fixes of the line`() throws {
    var robot = try Self.robot()
    try robot.focus("L2")
    try robot.ask(.fix)
    let fixes = robot.choices
    try robot.ask(.fixAll, .close)
    #expect(robot.choices == fixes && !robot.program.isModified)
  }

  @Test func `evidence cannot be given for all findings`() throws {
    var robot = try Robot()
    try robot.focus("L5")
    try robot.ask(.fix)
    let fixes = robot.choices
    try robot.ask(.fixAll)
    #expect(robot.choices == fixes && fixes.allSatisfy { $0.contains("say whether") })
    #expect(robot.bottom.contains("only you know"))
  }
}
