import Canvas
import Imports
import Interaction
import Procurement
import SeededRandom
import Testing
import Text
import Validation

@testable import Workbench

/// Rows from and to spreadsheets.
@Suite struct SpreadsheetTests {
  private static let full = DisplayCapabilities(copyDisabledReason: nil)

  @Test func `pasted rows are shown first, added at the end, and undone at once`() throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.focus("L3")
    robot.handle(
      .paste(
        "Service\tSupplier\tRoute\tFunds\tcapital 2004-05\n"
          + "Training\tTrainers\topen\trunning\t12.5k\n"
          + "additional.helpdesk\tAcme\topen\tcapital, running\t£1,000\n"))
    #expect(robot.plan == before)
    #expect(robot.screen.contains("2 lines to add, cost 13,500.00"))
    try robot.ask(.accept)
    let added = Array(robot.plan.lines.suffix(2))
    #expect(added.map(\.service) == ["additional.training", "additional.helpdesk"])
    #expect(added.map(\.funds) == [["running"], ["capital", "running"]])
    #expect(added.map(\.cost.total.pence) == [1_250_000, 100_000])
    #expect(Set(robot.plan.lines.map(\.id)).count == 14)
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test func `a row with faults says which, and the others are added`() throws {
    var robot = try Robot(size: .init(rows: 40, columns: 120))
    robot.handle(
      .paste(
        "service\troute\tcapital 2004-05\tcolour\nTraining\tby post\t-3\tred\n"
          + "Helpdesk\topen\t5\tblue\n\t\t\t\n"))
    #expect(
      robot.screen.contains("1 line to add, cost 5.00; left out: 1 faulty row, 1 column: colour"))
    #expect(
      robot.screen.contains(
        "row 2: route: unknown route `by post`; use programme, calloff or open; capital 2004-05: "))
    #expect(robot.words.contains(": Training · by post · -3 · red"))
    let start = ">E row 2  Training · by post · -3 · red: route: "
    #expect(robot.rows.contains { $0.hasPrefix(start) })
    try robot.ask(.down)
    #expect(robot.screen.contains("columns: service, route, capital 2004-05"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.count == 13)
  }

  @Test func `pasted amounts and codes are read as those of tables`() throws {
    var robot = try Robot(size: .init(rows: 40, columns: 200))
    let before = robot.plan.lines.count
    robot.handle(
      .paste(
        "service\tsupplier\tfunds\tcapital 2004-05\trevenue 2004-05\tline\n"
          + "Training\u{A0}\t British\u{A0}Telecom \trunning;capital\t12\u{A0}500\t-\n"
          + "Helpdesk\tAcme\trunning\t1\u{202F}234.50\t–\n"
          + "Helpdesk\tAcme\trunning\t12,50\t1\n"
          + "Helpdesk\tAcme\trunning\t1\t1\tX\u{AD}1\n"))
    #expect(robot.screen.contains("2 lines to add, cost 13,734.50; left out: 2 faulty rows"))
    #expect(robot.screen.contains("capital 2004-05: not an amount: three digits follow a comma"))
    #expect(robot.screen.contains("line: the id `X<soft hyphen>1` contains an invisible character"))
    try robot.ask(.accept)
    let added = robot.plan.lines.filter { $0.cost.total.pence == 1_250_000 }
    #expect(added.map(\.service) == ["additional.training"])
    #expect(added.map(\.supplier) == ["British Telecom"])
    #expect(added.map(\.funds) == [["running", "capital"]])
    #expect(robot.plan.lines.count == before + 2)
  }

  @Test func `what no service is called becomes a future line of that description`() throws {
    var robot = try Robot()
    robot.handle(.paste("Bedside radio\tnew\topen\nNurse call\tnew\topen"))
    try robot.ask(.accept)
    let added = robot.plan.lines.suffix(2)
    #expect(added.map(\.service) == ["future", "future"])
    #expect(added.map(\.description) == ["Bedside radio", "Nurse call"])
    #expect(added.map(\.route) == [.open, .open])
  }

  @Test func `whatever is copied is read back, and no formula leaves`() {
    var random = SplitMix64(seed: 51)
    let letters = Array("ab \"'=+-@,;0\u{202E}\t\n").map(String.init)
    for _ in 0..<300 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in
          "x"
            + (0..<random.next() % 6).map { _ in letters.randomElement(using: &random) ?? "" }
            .joined()
        }
      }
      let starts = rows.map { $0.map { String($0.dropFirst()) + "y" } }
      for rows in [rows, starts] {
        let text = SpreadsheetText.text(of: rows)
        let read = PastedRow.all(of: text).map(\.cells)
        #expect(read == rows.map { $0.map(VisibleText.safe) })
        for cell in text.split(whereSeparator: { "\t\n".contains($0) }) {
          #expect(!"=+-@".contains(cell.first ?? " "))
          #expect(!cell.hasPrefix("\"=") && !cell.hasPrefix("\"+"))
        }
      }
    }
  }

  @Test func `lines that are copied and pasted are the same lines`() throws {
    var robot = try Robot()
    robot.program.configure(for: Self.full)
    try robot.ask(.copy)
    robot.type("shown")
    try robot.ask(.accept)
    guard case .copy(let text) = robot.effects.last else {
      Issue.record("nothing copied")
      return
    }
    var plan = robot.plan
    plan.lines = []
    var other = Robot(plan, index: try Fixture.index())
    other.handle(.paste(text))
    try other.ask(.accept)
    var wanted = robot.plan.lines
    for place in wanted.indices { wanted[place].waivers = [] }
    #expect(other.plan.lines == wanted)
  }

  private static let rowsWithIDs =
    "L1\tcore.surgery\tnew\topen\tTheatre Software\n\thelpdesk\tnew\topen\tAcme\n"

  @Test func `a row with the id of a line changes that line`() throws {
    var robot = try Robot(size: .init(rows: 40, columns: 200))
    let before = robot.plan
    robot.handle(.paste(Self.rowsWithIDs))
    #expect(robot.screen.contains("1 line to add, cost 0.00, 1 line to change"))
    #expect(robot.rows.contains { $0.hasPrefix(">~ L1     L1 service Patient records → ") })
    #expect(robot.rows.contains { $0.hasPrefix(" + L13    Helpdesk") })
    try robot.ask(.accept)
    #expect(robot.plan.lines.count == 13)
    #expect(robot.plan.lines[0].service == "core.surgery")
    #expect(robot.plan.lines[0].supplier == "Theatre Software")
    #expect(robot.plan.lines[0].cost == before.lines[0].cost)
    #expect(robot.words.contains("added 1 line at the end, changed 1 line; "))
    try robot.ask(.undo)
    #expect(robot.plan == before)
  }

  @Test func `rows with the ids of lines become new lines where that is chosen`() throws {
    var robot = try Robot()
    robot.handle(.paste(Self.rowsWithIDs))
    try robot.ask(.addAsNew, .accept)
    #expect(robot.plan.lines.count == 14)
    #expect(robot.plan.lines[12].service == "core.surgery")
    #expect(robot.plan.lines[12].supplier == "Theatre Software")
    #expect(Set(robot.plan.lines.map(\.id)).count == 14)
  }

  @Test func `a row that is left out is not added`() throws {
    var robot = try Robot()
    robot.handle(.paste(Self.rowsWithIDs))
    try robot.ask(.toggle)
    #expect(robot.words.contains("1 line to add, cost 0.00; left out: 1 deselected row"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.count == 13)
    #expect(robot.plan.lines[0].service == "core.patient-records")
    robot.handle(.paste("L1\tcore.patient-records\tnew\tprogramme\tbt\n"))
    try robot.ask(.toggle, .accept)
    #expect(robot.words.contains("nothing"))
  }

  @Test func `a column is read as another field where that is chosen`() throws {
    var robot = try Robot()
    robot.handle(.paste("service\tseller\tcolour\nHelpdesk\tAcme\tred\nTraining\tBolt\t\n"))
    #expect(robot.words.contains("left out: 2 columns: seller, colour"))
    try robot.ask(.readColumns, .down, .open)
    robot.type("supplier")
    try robot.ask(.accept)
    #expect(robot.words.contains("seller supplier Acme"))
    try robot.ask(.readColumns)
    #expect(robot.words.contains("left out: 1 column: colour"))
    try robot.ask(.accept)
    #expect(robot.plan.lines.suffix(2).map(\.supplier) == ["Acme", "Bolt"])
  }

  @Test func `a field, a row, marked rows and a report are copied`() throws {
    var robot = try Robot()
    robot.program.configure(for: Self.full)
    try robot.focus("L6")
    try robot.ask(.mark)
    try robot.focus("L6")
    func copied(_ robot: Robot, _ words: String) throws -> String {
      var robot = robot
      try robot.ask(.copy)
      robot.type(words)
      try robot.ask(.accept)
      guard case .copy(let text) = robot.effects.last else { return "" }
      return text
    }
    #expect(
      try copied(robot, "as a row").hasPrefix("L6\tcore.surgery\tnew\topen\tTheatre Software"))
    #expect(try copied(robot, "marked").hasPrefix("line\tservice\tneed"))
    let report = try copied(robot, "totals")
    #expect(report.contains("L6 Theatres and critical care: error S101: "))
    #expect(report.contains("unfunded 145,699.50"))
    try robot.ask(.open, .down, .down, .down, .down)
    #expect(try copied(robot, "funds:") == "")
    try robot.ask(.up)
    #expect(robot.program.context == .form)
  }

  @Test func `results are copied by year, and add up to the totals`() throws {
    var robot = try Robot()
    robot.program.configure(for: Self.full)
    try robot.ask(.copy)
    robot.type("results")
    try robot.ask(.accept)
    guard case .copy(let text) = robot.effects.last else {
      Issue.record("nothing copied")
      return
    }
    let rows = PastedRow.all(of: text).map(\.cells)
    let years = robot.plan.header.years
    #expect(rows.count == robot.plan.lines.count + 1)
    #expect(rows[0].prefix(5) == ["line", "service", "supply", "payer", "cost"])
    #expect(rows.allSatisfy { $0.count == 7 + 2 * years.count })
    func sum(_ column: Int) throws -> Money {
      try rows.dropFirst().reduce(.zero) { $0 + (try Money(pounds: $1[column])) }
    }
    let totals = robot.program.assessment.totals.all
    #expect(try sum(4) == totals.cost && sum(5) == totals.covered && sum(6) == totals.unfunded)
    let byYear = try years.indices.map { (try sum(7 + 2 * $0), try sum(8 + 2 * $0)) }
    #expect(byYear.reduce(.zero) { $0 + $1.0 } == totals.covered)
    #expect(byYear.reduce(.zero) { $0 + $1.1 } == totals.unfunded)
  }

  @Test func `no line of the totals and findings is a formula, and no field that is copied`() throws
  {
    var plan = try Fixture.plan("imaging")
    let hostile = "\u{A0}＝cmd|'/c calc'!A1"
    plan.header.title = hostile
    for place in plan.lines.indices {
      plan.lines[place].id = "\u{3000}=HYPERLINK(\(place))"
      plan.lines[place].supplier = hostile
    }
    var robot = Robot(plan, index: try Fixture.index())
    robot.program.configure(for: Self.full)
    for words in ["totals", "shown", "as a row"] {
      var copying = robot
      try copying.ask(.copy)
      copying.type(words)
      try copying.ask(.accept)
      guard case .copy(let text) = copying.effects.last else {
        Issue.record("nothing copied")
        return
      }
      let cells = text.split { $0 == "\t" || $0 == "\n" }.map(String.init)
      #expect(cells.contains { $0.contains("HYPERLINK") })
      for cell in cells where cell != "-" {
        #expect(!FormulaGuard.isFormula(cell) || cell.hasPrefix("'"), "\(cell)")
      }
    }
  }

  @Test func `rows of more money than can be counted are shown, and refused as a whole`()
    throws
  {
    var robot = try Robot()
    let most = "92233720368547758.07"
    robot.handle(
      .paste(
        "service\tcapital 2004-05\trevenue 2004-05\nTraining\t\(most)\t\(most)\n"
          + "Helpdesk\t\(most)\t1\n"))
    #expect(robot.screen.contains("2 lines to add, cost 92,233,720,368,547,758.07"))
    let before = robot.plan
    try robot.ask(.accept)
    #expect(robot.plan == before)
  }

  @Test func `too much for a clipboard is not copied, and says so`() throws {
    var plan = try Fixture.plan("imaging")
    let blank = plan.lines[0]
    plan.lines = PlanLines(
      (0..<3_000).map { number in
        var line = blank
        line.id = "L\(number)"
        return line
      })
    var robot = Robot(plan, index: try Fixture.index())
    robot.program.configure(for: Self.full)
    try robot.ask(.copy)
    robot.type("shown")
    try robot.ask(.accept)
    #expect(robot.effects.isEmpty)
    #expect(robot.words.contains("more than the 100000 bytes that a clipboard takes"))
  }

  @Test func `without a clipboard the action says why`() throws {
    var robot = try Robot()
    try robot.ask(.copy)
    #expect(robot.bottom == "there is no terminal with a clipboard")
  }
}
