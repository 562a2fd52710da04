import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Menus that typing narrows, what a choice would lead to, and all routes side by side.
@Suite struct ChoosingTests {
  @Test func `typing leaves the choices that have its words`() throws {
    var robot = try Robot()
    try robot.ask(.addService)
    let all = robot.choices.count
    robot.type("dental")
    #expect(robot.choices == ["Dental care", "a future service: `dental`"])
    #expect(robot.choice?.title == "Dental care")
    robot.handle(.key(.control("u")))
    #expect(robot.choices.count == all)
    try robot.ask(.close, .compareRoutes)
    robot.type("zzz")
    #expect(robot.screen.contains("nothing fits; Backspace deletes what was typed"))
    try robot.ask(.accept)
    #expect(robot.bottom == "no choice fits `zzz`; Backspace deletes what was typed")
    #expect(robot.program.context == .choices && !robot.program.isModified)
  }

  @Test func `a fix shows what it does to the whole plan, and does just that`()
    throws
  {
    var robot = try Robot(size: .init(rows: 40, columns: 120))
    try robot.focus("L6")
    try robot.ask(.fix)
    #expect(robot.screen.contains("supplier Theatre Software → BT"))
    #expect(robot.screen.contains(/errors 9 → 7/))
    let words = try #require(robot.words.firstMatch(of: /unfunded [0-9,.]+ → ([0-9,.]+)/)).output.1
    try robot.ask(.accept)
    #expect(robot.program.assessment.count(.error) == 7)
    #expect(robot.program.assessment.totals.all.unfunded.grouped == words)
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
  func `a fix that only the user can make opens the field in the line's form`(_ size: Size) throws {
    var robot = try Robot(size: size)
    try robot.focus("L7")
    try robot.ask(.fix)
    robot.type("P102")
    try robot.ask(.accept)
    #expect(robot.program.context == .field)
    robot.type("Better pictures")
    #expect(robot.rows.contains { $0.hasPrefix("justified by") && $0.contains("Better") })
    try robot.ask(.accept)
    #expect(robot.program.context == .form)
    let place = try #require(robot.plan.index(ofLine: "L7"))
    #expect(robot.plan.lines[place].justification == "Better pictures")
  }

  @Test func `looking at choices changes nothing`() throws {
    for example in ["imaging", "exclusive", "groups"] {
      var robot = try Robot(example)
      let before = robot.plan
      let totals = robot.program.assessment.totals
      for place in robot.plan.lines.indices {
        for action: Action in [.fix, .compareRoutes] {
          robot.program.focus(onPlace: place)
          try robot.ask(action)
          guard [.choices, .fixes].contains(robot.program.context) else { continue }
          for _ in robot.choices { try robot.ask(.down) }
          try robot.ask(.close)
        }
      }
      #expect(robot.plan == before && robot.program.assessment.totals == totals)
      #expect(!robot.program.isModified)
    }
  }

  @Test func `routes are compared, and each that is offered is permitted when it is taken`() throws
  {
    let forbidding: Set<FindingCode> = [.S101, .S102, .S103, .S104, .S105, .P107]
    for example in ["imaging", "exclusive", "groups"] {
      for (place, line) in try Robot(example).plan.lines.enumerated() {
        let before = try Robot(example).program.assessment.verdict(at: place).findings.codes
        var number = 1
        var taken = 0
        while true {
          var robot = try Robot(example)
          robot.program.focus(onPlace: place)
          try robot.ask(.compareRoutes)
          guard number < robot.choices.count else { break }
          for _ in 0..<number { try robot.ask(.down) }
          number += 1
          guard let outcome = robot.choice?.outcome else { continue }
          try robot.ask(.accept)
          let verdict = robot.program.assessment.verdict(at: place)
          #expect(LineOutcome(verdict) == outcome)
          #expect(forbidding.isDisjoint(with: verdict.findings.codes))
          taken += 1
        }
        #expect(taken > 0 || forbidding.isDisjoint(with: before), "\(line.id)")
      }
    }
  }

  @Test func `a core line is offered the programme alone, an additional one what trusts may do`()
    throws
  {
    var robot = try Robot("groups")
    robot.program.focus(onPlace: 0)
    try robot.ask(.compareRoutes)
    #expect(robot.choices.contains("open, supplier to be found"))
    #expect(!robot.choices.contains { $0.hasPrefix("programme from") })
    var other = try Robot()
    try other.focus("L6")
    try other.ask(.compareRoutes)
    #expect(other.choices.dropFirst() == ["programme from BT", "call-off", "open"])
  }
}
