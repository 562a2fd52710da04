import Canvas
import Imports
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Alternatives of a line: shown, compared, chosen, added, edited and removed.
@Suite struct AlternativeTests {
  private func robot(on line: String = "L2", size: Size = .init(rows: 40, columns: 120)) throws
    -> Robot
  {
    var robot = try Robot("alternatives", size: size)
    try robot.focus(line)
    return robot
  }

  private func line(_ robot: Robot, _ id: String = "L2") throws -> PlanLine {
    robot.plan.lines[try #require(robot.plan.index(ofLine: id))]
  }

  /// Focuses the choice of a title.
  private func focus(_ title: String, in robot: inout Robot) throws {
    let row = try #require(robot.choices.firstIndex(of: title), "\(robot.choices)")
    for _ in 0..<row { try robot.ask(.down) }
    while robot.choice?.title != title { try robot.ask(.up) }
  }

  // MARK: Looking and comparing

  @Test func `the details of a line name its alternatives and their prices`() throws {
    let robot = try robot()
    #expect(
      robot.screen.contains(
        "or lsp 180,000.00 (basic, programme from BT), group 242,000.50 (call-off from Fujitsu"))
    var other = robot
    try other.focus("L3")
    #expect(other.screen.contains("or evening price unknown (open from Ward Tutors)"))
    try other.focus("L1")
    #expect(!other.rows.contains { $0.hasPrefix("or ") })
  }

  @Test func `routes and alternatives are compared by what they cost whom`() throws {
    var robot = try robot()
    try robot.ask(.compareRoutes)
    #expect(
      robot.choices == [
        "now: open from Acme Imaging", "lsp: basic, programme from BT",
        "group: call-off from Fujitsu in Thames imaging group", "programme",
      ])
    try focus("lsp: basic, programme from BT", in: &robot)
    let lsp = try #require(robot.choice?.outcome)
    #expect(lsp.programme.grouped == "180,000.00" && lsp.trust == .zero && lsp.unfunded == .zero)
    let head = try #require(robot.rows.firstIndex { $0.hasPrefix("routes") })
    #expect(robot.rows[head].contains(/programme +trust +unfunded findings/))
    #expect(robot.rows[head + 2].contains(/180,000.00 +0.00 +0.00/))
  }

  @Test func `a route that is not offered says why, and cannot be taken`() throws {
    var robot = try robot()
    try robot.ask(.compareRoutes)
    try focus("programme", in: &robot)
    #expect(
      robot.words.contains(
        "programme: not offered: an `entire` PACS is not supplied through the programme"))
    #expect(robot.words.contains("(S102)"))
    let before = robot.plan
    try robot.ask(.accept)
    #expect(robot.program.remark?.hasPrefix("programme: not offered:") == true)
    #expect(robot.plan == before && robot.program.context == .choices)
    try robot.ask(.close)
    try robot.focus("L1")
    try robot.ask(.compareRoutes)
    #expect(robot.choices.suffix(2) == ["call-off", "open"])
  }

  @Test func `a retained system has no routes to compare`() throws {
    var robot = try Robot("imaging")
    try robot.focus("L4")
    try robot.ask(.compareRoutes)
    #expect(robot.choices.dropFirst() == ["routes"])
    try robot.ask(.down)
    #expect(robot.words.contains("the system is retained: nothing new is bought by any route"))
  }

  @Test func `an alternative that is taken swaps with the line in one step`() throws {
    var robot = try robot()
    let before = robot.plan
    try robot.ask(.compareRoutes)
    try focus("lsp: basic, programme from BT", in: &robot)
    #expect(robot.words.contains("L2 takes lsp; what it said is kept as alternative acme-imaging"))
    try robot.ask(.accept)
    let line = try line(robot)
    #expect(line.pacs == .basic && line.supplier == "bt" && line.cost.total.pence == 18_000_000)
    #expect(line.alternatives.map(\.id) == ["acme-imaging", "group"])
    #expect(line.alternatives[0].cost.total.pence == 29_000_000)
    #expect(
      robot.program.remark?.hasPrefix(
        "L2 takes lsp; what it said is kept as alternative acme-imaging; unfunded") == true)
    // The other alternative stays what it was, although the line buys another option now.
    #expect(line.alternatives[1].value(of: .pacs) == .pacs(.entire))
    let after = robot.plan
    try robot.ask(.undo)
    #expect(robot.plan == before)
    try robot.ask(.redo)
    #expect(robot.plan == after)
  }

  @Test func `a route without a price of its own is taken at an unknown one, and keeps the line's`()
    throws
  {
    var robot = try robot(on: "L1")
    // An additional service may be bought with the group as well.
    try robot.focus("L3")
    try robot.ask(.compareRoutes)
    let title = "call-off from Fujitsu in Thames imaging group"
    try focus(title, in: &robot)
    #expect(robot.choice?.outcome?.isPriced == false)
    #expect(robot.rows.contains { $0.contains(title) && $0.contains(#/ - +unknown +- /#) })
    try robot.ask(.accept)
    let line = try line(robot, "L3")
    #expect(line.route == .calloff && line.cost == Cost() && line.group == "thames")
    #expect(line.alternatives.map(\.id) == ["evening", "training-partners"])
    #expect(line.alternatives[1].cost.total.pence == 2_400_000)
    try robot.ask(.compareRoutes)
    try focus("training-partners: open from Training Partners", in: &robot)
    try robot.ask(.accept)
    let back = try self.line(robot, "L3")
    #expect(back.route == .open && back.cost.total.pence == 2_400_000)
  }

  // MARK: Editing

  @Test func `an alternative is added, edited field by field, and each is a step`() throws {
    var robot = try robot(on: "L3")
    let before = robot.plan
    try robot.ask(.showAlternatives)
    #expect(robot.choices == ["evening: open from Ward Tutors", "new alternative"])
    try focus("new alternative", in: &robot)
    try robot.ask(.accept)
    #expect(robot.program.context == .alternative)
    #expect(robot.program.remark?.hasPrefix("added alternative offer-2 of L3") == true)
    #expect(robot.screen.contains("(Training Partners)"))
    robot.program.edit(.alternative("offer-2", .value(.supplier)))
    robot.type("Night School")
    try robot.ask(.accept)
    #expect(
      robot.program.remark?.hasPrefix(
        "L3 alternative offer-2 supplier as on the line → Night School: errors and unfunded")
        == true)
    let year = try #require(robot.plan.header.years.first)
    robot.program.edit(.alternative("offer-2", .amount(year, .revenue)), startingWith: "9500")
    #expect(robot.screen.contains("if chosen: non-exclusive · trust 9,500.00"))
    try robot.ask(.accept)
    #expect(
      robot.program.remark?.contains("L3 alternative offer-2 revenue 2004-05 0 → 9,500") == true)
    let line = try line(robot, "L3")
    #expect(line.supplier == "Training Partners" && line.cost.total.pence == 2_400_000)
    let new = try #require(line.alternative("offer-2"))
    #expect(new.values == [.supplier("Night School")] && new.cost.total.pence == 950_000)
    for _ in 0..<3 { try robot.ask(.undo) }
    #expect(robot.plan == before && robot.program.context == .plan)
  }

  @Test func `typing from field to field stays in the form of the alternative`() throws {
    var robot = try robot()
    let line = try line(robot)
    let years = robot.plan.header.years
    robot.program.openForm(ofAlternative: "lsp")
    func field(_ robot: Robot) -> FormField? {
      (robot.program.panes.top as? LineForm).map { $0.field(in: robot.program.rows(of: $0)) }
    }
    for _ in 0..<20 where field(robot)?.base != .amount(years[0], .capital) { robot.press("j") }
    robot.press("250k<Tab>120k<Down>7k<Enter>")
    let after = try self.line(robot)
    let offer = try #require(after.alternative("lsp"))
    #expect(offer.cost[years[0], .capital] == Money(pence: 25_000_000))
    #expect(offer.cost[years[1], .capital] == Money(pence: 12_000_000))
    #expect(offer.cost[years[1], .revenue] == Money(pence: 700_000))
    #expect(after.id == line.id && after.cost == line.cost)
    robot.press("h")
    for _ in 0..<20 where field(robot)?.base != .value(.route) { robot.press("k") }
    robot.press("<Enter>prog<Tab>")
    #expect((robot.program.panes.top as? ChoiceMenu)?.title.hasPrefix("alternative lsp ") == true)
  }

  @Test func `a value is given back to the line by choosing that it is as on the line`() throws {
    var robot = try robot()
    robot.program.openForm(ofAlternative: "lsp")
    robot.program.edit(.alternative("lsp", .value(.pacs)))
    try focus("as on the line", in: &robot)
    #expect(robot.choice?.outcome?.codes.contains(.S102) == true)
    try robot.ask(.accept)
    #expect(try line(robot).alternative("lsp")?.value(of: .pacs) == nil)
    #expect(robot.screen.contains("(entire)"))
  }

  @Test func `a text that is emptied is left to the line, and Enter alone changes nothing`() throws
  {
    var robot = try robot()
    robot.program.openForm(ofAlternative: "lsp")
    robot.program.edit(.alternative("lsp", .value(.justification)))
    try robot.ask(.accept)
    #expect(!robot.program.isModified)
    robot.program.edit(.alternative("lsp", .value(.notes)))
    robot.handle(.key(.control("u")))
    try robot.ask(.accept)
    #expect(try line(robot).alternative("lsp")?.value(of: .notes) == nil)
    #expect(try line(robot).notes == nil)
  }

  @Test func `funds of an alternative are its own`() throws {
    var robot = try robot()
    robot.program.openForm(ofAlternative: "group")
    robot.program.edit(.alternative("group", .value(.funds)))
    robot.type("running")
    try robot.ask(.toggle)
    try robot.ask(.accept)
    #expect(try line(robot).alternative("group")?.value(of: .funds) == .funds(["capital"]))
    #expect(try line(robot).funds == ["capital"])
  }

  @Test func `an alternative gets another id when it is taken, not while it is typed`() throws {
    var robot = try robot()
    robot.program.openForm(ofAlternative: "lsp")
    robot.program.edit(.alternative("lsp", .value(.id)))
    robot.handle(.key(.control("u")))
    robot.type("group")
    try robot.ask(.accept)
    #expect(
      robot.program.remark?.contains("another alternative has the id `group`") == true)
    robot.type("-2")
    #expect(try line(robot).alternatives.map(\.id) == ["lsp", "group"])
    try robot.ask(.accept)
    #expect(try line(robot).alternatives.map(\.id) == ["group-2", "group"])
    #expect(robot.program.openAlternative == "group-2")
    try robot.ask(.undo)
    #expect(try line(robot).alternatives.map(\.id) == ["lsp", "group"])
    #expect(robot.program.context == .plan)
  }

  @Test func `an alternative is removed and comes back, and is chosen from its form`() throws {
    var robot = try robot()
    let before = robot.plan
    robot.program.openForm(ofAlternative: "group")
    try robot.ask(.removeAlternative)
    #expect(robot.program.remark?.hasPrefix("removed alternative group of L2") == true)
    #expect(try line(robot).alternatives.map(\.id) == ["lsp"])
    try robot.ask(.undo)
    #expect(robot.plan == before)
    robot.program.openForm(ofAlternative: "group")
    try robot.ask(.chooseAlternative)
    #expect(try line(robot).route == .calloff)
    #expect(try line(robot).alternatives.map(\.id) == ["lsp", "acme-imaging"])
    #expect(robot.program.context == .plan)
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test func `the form of a line leads to its alternatives`() throws {
    var robot = try robot()
    try robot.ask(.open)
    robot.program.edit(.value(.alternatives))
    #expect(robot.choices.last == "new alternative")
    try robot.ask(.close)
    #expect(robot.screen.contains("lsp: pacs basic, route programme, supplier bt, notes LSP's"))
  }

  @Test func `alternatives follow a fund and a group that get another name`() throws {
    let plan = try robot().plan
    var renamed = plan
    let fund = try #require(plan.funds.firstIndex { $0.id == "running" })
    for edit in try Property.fundID(fund).edits(putting: "revenue", in: plan) {
      renamed.apply(edit)
    }
    for edit in try Property.groupID(0).edits(putting: "imaging", in: renamed) {
      renamed.apply(edit)
    }
    let group = try #require(renamed.lines[1].alternative("group"))
    #expect(group.value(of: .funds) == .funds(["capital", "revenue"]))
    #expect(group.value(of: .group) == .group("imaging"))
    #expect(renamed.lines[2].funds == ["revenue"])
  }

  @Test func `a year in which an alternative has a cost cannot be removed`() throws {
    var plan = try robot().plan
    let year = try #require(plan.header.years.last)
    plan.funds = []
    for place in plan.lines.indices { plan.lines[place].cost = Cost() }
    #expect(throws: FieldFault.self) {
      try Property.years.edits(putting: "2004-05", in: plan)
    }
    plan.lines[1].alternatives[1].cost[year, .revenue] = .zero
    #expect(try !Property.years.edits(putting: "2004-05", in: plan).isEmpty)
  }

  // MARK: Tables

  @Test func `rows that are copied have the alternatives, and pasting them brings these back`()
    throws
  {
    var robot = try robot()
    let columns = ColumnField.copied(years: robot.plan.header.years)
    let text = SpreadsheetText.text(
      of: [columns.map(\.name)]
        + robot.plan.lines.map { line in columns.map { $0.text(of: line) } })
    let before = Array(robot.plan.lines)
    robot.handle(.paste(text))
    try robot.ask(.addAsNew, .accept)
    #expect(robot.plan.lines.suffix(3).map(\.alternatives) == before.map(\.alternatives))
  }

  @Test func `a pasted alternative that cannot be read says why`() throws {
    var robot = try robot()
    robot.handle(
      .paste("service\talternatives\nTraining\tlsp: price 5\nHelpdesk\tlsp: supplier bt\n"))
    #expect(robot.words.contains("alternatives: an alternative has no field `price`"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.count == 4)
  }
}
