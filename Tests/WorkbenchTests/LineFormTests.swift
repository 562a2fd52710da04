import Canvas
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// Which fields the form of a line shows, and how it sums up costs.
@Suite struct LineFormTests {
  private func titles(_ robot: Robot) -> Set<String> {
    Set(robot.program.formRows.joined().map(\.base.title))
  }

  @Test func `fields that cannot apply are hidden, and one key shows all`() throws {
    var robot = try Robot()
    try robot.focus("L6")
    let hidden: Set<String> = ["pacs", "on the Spine", "CRS-compliant", "justified by"]
    #expect(titles(robot).isDisjoint(with: hidden))
    try robot.ask(.open)
    #expect(!robot.screen.contains("CRS-compliant"))
    try robot.ask(.allFields)
    #expect(robot.screen.contains("CRS-compliant") && robot.screen.contains("on the Spine"))
    try robot.ask(.allFields)
    #expect(!robot.screen.contains("CRS-compliant"))
  }

  @Test func `a field that holds something is shown, whether or not it applies`() throws {
    var plan = try Fixture.plan("imaging")
    let place = try #require(plan.index(ofLine: "L6"))
    for value in [LineValue.group("thames"), .crsInteroperable(false), .justification("agreed")] {
      plan.apply(plan.setting(value, at: place))
    }
    var robot = Robot(plan, index: try Fixture.index())
    try robot.focus("L6")
    #expect(titles(robot).isSuperset(of: ["group", "CRS-compliant", "justified by"]))
    #expect(titles(robot).isDisjoint(with: ["pacs", "on the Spine"]))
  }

  @Test func `a hidden field is shown while it is focused, as a finding leads to it`() throws {
    var robot = try Robot()
    try robot.focus("L6")
    robot.press("<Enter><.group>")
    #expect(robot.screen.contains("group"))
    try robot.ask(.up)
    #expect(!titles(robot).contains("group"))
  }

  @Test func `the focus stays on its field when others appear`() throws {
    var robot = try Robot()
    try robot.focus("L1")
    robot.press("<Enter><.service><Enter>pacs<Enter>")
    let form = try #require(robot.program.panes.top as? LineForm)
    #expect(form.field(in: robot.program.rows(of: form)) == .value(.service))
    #expect(titles(robot).contains("pacs"))
  }

  @Test func `no field of any line is lost with all fields shown`() throws {
    for example in ["imaging", "groups", "alternatives", "exclusive"] {
      var robot = try Robot(example)
      for place in robot.plan.lines.indices {
        robot.program.focus(onPlace: place)
        let all = robot.program.rows(of: LineForm(showsAll: true)).joined()
        let shown = Set(robot.program.formRows.joined())
        let line = robot.plan.lines[place]
        for field in all where !shown.contains(field) { #expect(line.text(of: field).isEmpty) }
        // What a finding asks for is there.
        for finding in robot.program.assessment.findings(at: place) {
          guard let field = finding.field, field != .cost, field != .waivers else { continue }
          #expect(shown.contains(.value(field)), "\(line.id) \(field)")
        }
      }
    }
  }

  @Test(arguments: [(24, 80), (40, 120)])
  func `costs are summed by year and, where there is room, by kind`(
    _ rows: Int, _ columns: Int
  ) throws {
    var robot = try Robot(size: Size(rows: rows, columns: columns))
    robot.press("<Enter><.cost>1200<Tab>300<Tab>50<Tab>1000<Tab>")
    let shown = robot.rows.filter { $0.hasPrefix("total ") }
    let total = try #require(shown.first)
    #expect(total.contains("2004-05 2,200"))
    #expect(total.contains("107,550") == (columns == 120))
    let capital = try #require(robot.rows.first { $0.hasPrefix("capital ") })
    #expect(capital.contains("1,550") == (columns == 120))
  }
}
