import Canvas
import Interaction
import Procurement
import SeededRandom
import Testing
import Validation

@testable import Workbench

/// Which lines a filter shows, and that rows stay where they are.
@Suite struct FilterTests {
  /// A filter with what a line must be like, said a second time and plainly.
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let isShown: @Sendable (PlanLine, LineVerdict) -> Bool
    var testDescription: String { text }

    init(_ text: String, _ isShown: @escaping @Sendable (PlanLine, LineVerdict) -> Bool) {
      self.text = text
      self.isShown = isShown
    }
  }

  static let samples = [
    Sample("supply:exclusive") { $1.supply == .exclusive },
    Sample("supply:non") { $1.supply == .nonExclusive },
    Sample("-supply:exclusive") { $1.supply != .exclusive },
    Sample("unfunded>0") { $1.unfunded > .zero },
    Sample("cost>=95k") { $1.cost.pence >= 9_500_000 },
    Sample("cost<12,000") { $1.cost.pence < 1_200_000 },
    Sample("trust=0") { $1.trustPayable == .zero },
    Sample("finding:S101") { $1.findings.contains(.S101) },
    Sample("code:s101") { $1.findings.contains(.S101) },
    Sample("finding:error") { $1.findings.worst == .error },
    Sample("finding:unfunded-spend") { $1.findings.contains(.F101) },
    Sample("finding:") { !$1.findings.isEmpty },
    Sample("fund:capital") { line, _ in line.funds.contains("capital") },
    Sample("route:open need:new") { line, _ in line.route == .open && line.need == .new },
    Sample("category:core") { line, _ in line.service.hasPrefix("core.") },
    Sample("pays:programme") { $1.payer == .programme },
    Sample("supplier:ACME") { line, _ in line.supplier?.lowercased().contains("acme") == true },
    Sample("line:L1") { line, _ in line.id.hasPrefix("L1") },
    Sample("revenue>0 -capital>0") { line, _ in
      line.cost.total(of: .revenue) > .zero && line.cost.total(of: .capital) == .zero
    },
    Sample("maternity") { line, _ in line.service == "core.maternity" },
    Sample("\"theatre soft\"") { line, _ in line.supplier == "Theatre Software" },
    Sample("is:marked") { _, _ in false },
    Sample("nothing like this") { _, _ in false },
  ]

  @Test(arguments: samples)
  func `a filter shows the lines that it means and no others`(_ sample: Sample) throws {
    var robot = try Robot()
    try robot.filter(sample.text)
    let wanted = robot.plan.lines.indices.filter { place in
      sample.isShown(robot.plan.lines[place], robot.program.assessment.verdict(at: place))
    }
    #expect(robot.shownLines == wanted.map { robot.plan.lines[$0].id })
    #expect(robot.title.contains("\(wanted.count) of 12 · cost"))
  }

  @Test func `some samples show lines and leave others out`() throws {
    var shown = 0
    for sample in Self.samples {
      var robot = try Robot()
      try robot.filter(sample.text)
      if (1..<12).contains(robot.shownLines.count) { shown += 1 }
    }
    #expect(shown >= 18)
  }

  @Test func `rows follow each key, and going back puts back what was shown`() throws {
    var robot = try Robot()
    try robot.filter("need:new")
    let before = robot.shownLines
    try robot.ask(.filter)
    robot.type(" acme")
    #expect(robot.shownLines == ["L7"])
    #expect(robot.bottom == "show only: need:new acme")
    try robot.ask(.close)
    #expect(robot.shownLines == before)
    try robot.ask(.showAll)
    #expect(robot.shownLines.count == 12)
  }

  @Test func `typed letter by letter, a filter finds what it finds at once`() throws {
    var random = SplitMix64(seed: 31)
    let texts = Self.samples.map(\.text) + ["a", "e", "L1", "route:", "cost>1"]
    for _ in 0..<60 {
      let text =
        (0..<2).map { _ in texts.randomElement(using: &random) ?? "" }.joined(separator: " ")
      var typed = try Robot()
      try typed.ask(.filter)
      typed.type(text)
      var atOnce = try Robot()
      try atOnce.ask(.filter)
      atOnce.handle(.paste(text))
      #expect(typed.shownLines == atOnce.shownLines, "\(text)")
    }
  }

  @Test func `an amount that is none is said, and cannot be taken`() throws {
    var robot = try Robot()
    try robot.ask(.filter)
    robot.type("unfunded>x")
    try robot.ask(.accept)
    #expect(
      robot.words.contains("`unfunded>x` wants an amount; type as `unfunded>12.5k` show only:"))
    #expect(robot.program.context == .field)
  }

  @Test func `a line that no longer fits stays in its row until the filter is set again`() throws {
    var robot = try Robot()
    try robot.filter("finding:S101")
    let shown = robot.shownLines
    #expect(!shown.isEmpty)
    try robot.ask(.fix, .accept)
    #expect(!robot.program.assessment.verdict(at: robot.program.place).findings.contains(.S101))
    #expect(robot.shownLines == shown)
    try robot.ask(.filter, .accept)
    #expect(robot.shownLines == Array(shown.dropFirst()))
  }

  @Test func `what comes and goes keeps the rows that are shown`() throws {
    var robot = try Robot()
    try robot.filter("route:open")
    let shown = robot.shownLines
    try robot.ask(.duplicateLine)
    let copy = robot.plan.lines[robot.program.place].id
    #expect(robot.shownLines == [shown[0], copy] + shown.dropFirst())
    try robot.ask(.undo)
    #expect(robot.shownLines == shown)
    try robot.ask(.first, .moveLineDown)
    #expect(robot.shownLines == [shown[1], shown[0]] + shown.dropFirst(2))
    try robot.ask(.undo, .first, .removeLine)
    #expect(robot.shownLines == Array(shown.dropFirst()))
    try robot.ask(.undo)
    #expect(robot.shownLines == shown)
  }

  @Test func `without a line that fits nothing is focused, and actions say why`() throws {
    var robot = try Robot()
    try robot.filter("nowhere")
    #expect(robot.screen.contains("no line fits the filter: `Esc` shows all"))
    for action: Action in [.open, .removeLine, .fix, .waive, .mark, .compareRoutes] {
      try robot.ask(action)
      #expect(robot.bottom == "no line fits the filter; `Esc` shows all", "\(action)")
    }
    #expect(robot.plan.lines.count == 12)
  }

  @Test func `findings are those of the lines that are shown, and of the codes asked for`() throws {
    var robot = try Robot()
    try robot.filter("finding:F101")
    try robot.ask(.showFindings)
    #expect(robot.program.findingCount == 6)
    #expect(robot.program.foundFindings(in: 0..<10).allSatisfy { $0.code == .F101 })
  }

  @Test func `the programme is filtered too`() throws {
    var robot = try Robot()
    try robot.ask(.showBrowse)
    try robot.filter("booking")
    #expect(robot.program.catalogue.rows.count == 3)
    try robot.ask(.addService)
    #expect(robot.plan.lines.last?.service == "core.e-booking")
    try robot.ask(.showAll)
    #expect(robot.program.catalogue.rows.count > 40)
  }
}
