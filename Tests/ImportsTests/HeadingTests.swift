import Procurement
import Spreadsheets
import Testing

@testable import Imports

/// Which columns are recognised, by which words.
@Suite struct HeadingTests {
  @Test(arguments: [
    ("Provider", "supplier"), ("VENDOR", "supplier"), ("supplier name", "supplier"),
    ("On the Spine", "spine_connected"), ("CRS-compliant", "crs_interoperable"),
    ("Justified by", "justification"), ("funding source", "funds"), ("System", "service"),
    ("new/retain", "need"), ("Comments", "notes"), ("FY", "year"), ("Capital or revenue", "kind"),
    ("Trust", "trust"), ("Line No.", "line"), ("Fund", "funds"), ("Region", "region"),
  ])
  func `a column of lines is known by other words`(_ heading: String, _ field: String) {
    #expect(HeadingMeaning(heading, on: .lines)?.field.name == field)
  }

  @Test(arguments: [
    "Capital 2004-05", "2004/05 capital", "FY 04/05 Cap", "cap 2004-2005", "2004–05 Capital cost",
    "Capital (2004-05)", "CAPITAL FY2004/05 £", "Capital spend 2004 - 05",
  ])
  func `a column of amounts is known by kind and year in any order`(_ heading: String) {
    let year = FinancialYear(start: 2004)
    #expect(AmountHeading(heading)?.column == AmountColumn(year: year, kind: .capital))
  }

  @Test(arguments: [
    ("Cap 04/05 £000", AmountUnit.thousands), ("Capital 2004-05 (£'000)", .thousands),
    ("Capital 2004-05 £k", .thousands), ("£m capital 2004-05", .millions),
    ("Capital 2004-05 (£)", .pounds),
  ])
  func `thousands and millions in a heading multiply its amounts`(
    _ heading: String, _ unit: AmountUnit
  ) {
    #expect(AmountHeading(heading)?.column.unit == unit)
  }

  @Test(arguments: [
    "colour", "2004-06", "capital city 2004-05", "2004-05 2005-06", "04", "capital revenue", "year",
  ])
  func `other words are no amounts`(_ heading: String) {
    #expect(AmountHeading(heading) == nil)
  }

  @Test func `headings may be below a title and blank rows`() {
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet(
        "Our plan",
        [
          ["Sample Trust: procurement"], [], ["", "draft 3"], ["Service", "Vendor", "Cap 04/05"],
          ["Helpdesk", "Acme", .number("1250.5")],
        ])
    ])
    #expect(proposal.mapping.sheets.first?.headingRow == 4)
    #expect(proposal.lines.map(\.supplier) == ["Acme"])
    #expect(proposal.lines.first?.pence(.capital) == 1_250_50)
  }

  @Test func `a year that is merged over capital and revenue is theirs`() {
    let rows: [[SheetCell]] = [
      ["", "", "2004-05", "", "2005-06", ""],
      ["Service", "Supplier", "Capital", "Revenue", "Capital", "Revenue"],
      ["Helpdesk", "Acme", .number("1"), .number("2"), .number("3"), .number("4")],
    ]
    let lower: [[SheetCell]] = [
      ["Service", "Supplier", "2004-05", "", "2005-06", ""],
      ["", "", "Capital", "Revenue", "Capital", "Revenue"],
      ["Helpdesk", "Acme", .number("1"), .number("2"), .number("3"), .number("4")],
    ]
    for rows in [rows, lower] {
      let proposal = ImportFixture.proposal([ImportFixture.sheet("A", rows)])
      let line = proposal.lines.first
      #expect(line?.pence(.capital) == 100)
      #expect(line?.pence(.revenue) == 200)
      #expect(line?.pence(.capital, 1) == 300)
      #expect(line?.pence(.revenue, 1) == 400)
    }
  }

  @Test func `a year that a spreadsheet made a date of is that year, and it says so`() {
    for cell in [
      ImportFixture.day(2004, 5, 1), "May-04", ImportFixture.day(2026, 5, 4), "04-May",
    ] {
      let proposal = ImportFixture.proposal([
        ImportFixture.sheet(
          "A",
          [
            ["Service", "Kind", cell], ["Helpdesk", "revenue", .number("7")],
          ])
      ])
      #expect(proposal.lines.first?.pence(.revenue) == 700)
      #expect(proposal.remarks.contains { $0.hasSuffix("is read as 2004-05") })
    }
  }

  @Test func `sheets are recognised by their headings, and others are named`() {
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet("Notes", [["Read me first"]]),
      ImportFixture.sheet("Summary", [["Service", "Supplier"], ["x", "y"]]),
      ImportFixture.sheet("Money", [["Fund", "Pays", "2004-05"], ["gift", "capital", "5"]]),
      ImportFixture.sheet(
        "Who", [["Group", "Facility", "Members"], ["thames", "BT", "RXX RYY"]]),
      ImportFixture.sheet("What", [["Service", "Supplier"], ["Helpdesk", "Acme"]]),
    ])
    #expect(proposal.mapping.sheets.map(\.kind) == [.funds, .groups, .lines])
    #expect(proposal.mapping.ignoredSheets == ["Notes"])
    #expect(proposal.result?.funds.first?.available.values.map(\.pence) == [500])
    #expect(proposal.result?.groups.first?.facility == "bt")
    #expect(proposal.result?.groups.first?.members == ["RXX", "RYY"])
    #expect(proposal.result?.lines.map(\.supplier) == ["Acme"])
  }

  @Test func `a group's facility may be of any supplier, as in documents`() {
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet(
        "Groups", [["Group", "Facility", "Members"], ["fens", "Fenland  Supplies", "RXX"]])
    ])
    #expect(proposal.faultTexts == [])
    #expect(proposal.result?.groups.map(\.facility) == ["Fenland Supplies"])
  }

  @Test func `a total beside its parts is not read, and alone it needs a year`() {
    let beside = ImportFixture.proposal(
      "service\tcapital 2004-05\tTotal\tCost\nHelpdesk\t5\t5\t5\n")
    #expect(beside.lines.map(\.cost.total.pence) == [500])
    #expect(beside.leftOut.map(\.heading) == ["Total", "Cost"])
    let other = ImportFixture.proposal(
      "service\trevenue 2004-05\tTotal capital 2004-05\tTotal revenue 2004-05\nHelpdesk\t5\t7\t5\n")
    #expect(other.lines.map(\.cost.total.pence) == [1_200])
    #expect(other.leftOut.map(\.heading) == ["Total revenue 2004-05"])
    let alone = ImportFixture.proposal("service\tCost\nHelpdesk\t5\nTraining\t0\n")
    #expect(
      alone.faultTexts == [
        "B2: amount: nothing says its year; name it in the column's heading, as `capital 2004-05`"
      ])
    #expect(alone.lines.count == 1)
  }

  @Test(arguments: [
    "Capital 04/05 excl VAT", "Revenue 04/05 inc. VAT", "Capital 2004", "Capital 04-06",
    "Q1 04/05 capital", "Actual capital 04/05", "Budget 04/05",
  ])
  func `a column of numbers that may be amounts and is not read is a fault`(_ heading: String) {
    let text = "service\tsupplier\t\(heading)\nHelpdesk\tAcme\t5\nTraining\tAcme\t0\n"
    #expect(
      ImportFixture.proposal(text).faultTexts == [
        "C2: \(heading): the heading is not understood, and the column has amounts; choose what it "
          + "is, or that it is not read: with `Tab` in the workbench, or with "
          + "`--map C=capital 2004-05` or `--map C=ignored`"
      ])
    for (field, pence) in [("capital 2004-05", Int64(500)), ("ignored", 0)] {
      var request = ImportFixture.request(text)
      request.choices = [ColumnChoice("C=\(field)")].compactMap(\.self)
      #expect(ImportProposal(request).lines.map(\.cost.total.pence) == [pence, 0])
      request.choices = []
      request.fields[ColumnPlace(table: 0, column: 2)] = .ignored
      #expect(ImportProposal(request).faultTexts == [])
    }
  }

  @Test(arguments: [
    "All figures £000", "figures in £000s", "£k", "in thousands", "£ million",
    "Budget 2004-05 £000",
  ])
  func `thousands that no heading says are a fault`(_ title: String) {
    let rows = "service\tCapital 04/05\nHelpdesk\t5\nTraining\t0\n"
    for text in ["\(title)\n\(rows)", "Our plan\t\(title)\n\n\(rows)", "\(rows)\(title)\n"] {
      let proposal = ImportFixture.proposal(text)
      #expect(proposal.faultTexts.count == 1)
      #expect(
        proposal.faultTexts.first?.contains(
          "the table says `\(title)`, and the heading has no unit; write `£000` or `£` in the "
            + "heading, or remove those words") == true)
      for (unit, pence) in [("£000", Int64(5_000_00)), ("£", 5_00)] {
        let clear = ImportFixture.proposal(text.replacing("04/05", with: "04/05 (\(unit))"))
        #expect(clear.lines.first?.cost.total.pence == pence)
      }
    }
    #expect(ImportFixture.proposal("A £5 million plan\n\(rows)").faultTexts == [])
  }

  @Test(arguments: [
    ("Budget 04/05 (£000)", "capital 2004-05", Int64(12_500_00)),
    ("Capital 2004-05 (£000)", "capital 2005-06", 12_500_00),
    ("Spend (£m)", "capital 2004-05", 12_500_000_00), ("Budget 04/05", "capital 2004-05", 12_50),
    ("Budget 04/05", "capital 2004-05 (£000)", 12_500_00),
    ("Budget 04/05 (£000)", "capital 2004-05 (£)", 12_50),
  ])
  func `a column keeps the unit of its heading unless another is chosen`(
    _ heading: String, _ field: String, _ pence: Int64
  ) throws {
    var request = ImportFixture.request("service\t\(heading)\nHelpdesk\t12.5\n")
    request.choices = [try #require(ColumnChoice("B=\(field)"))]
    #expect(ImportProposal(request).lines.map(\.cost.total.pence) == [pence])
    guard !field.contains("(") else { return }
    let year = ImportFixture.years(2)[field.hasSuffix("05-06") ? 1 : 0]
    request.choices = []
    request.fields[ColumnPlace(table: 0, column: 1)] =
      .amount(AmountColumn(year: year, kind: .capital))
    #expect(ImportProposal(request).lines.map(\.cost.total.pence) == [pence])
  }

  @Test func `a column of cost centres is not one of costs, and a lone amount is no note`() {
    let centres = ImportFixture.proposal("service\tsupplier\tCost centre\nHelpdesk\tAcme\t4711\n")
    #expect(centres.faultTexts == [] && centres.lines.count == 1)
    let lone = ImportFixture.proposal("service\tBudget 04/05\nHelpdesk\t\n\t12,500 est\n")
    #expect(lone.faultTexts.contains { $0.hasPrefix("B3: Budget 04/05: the heading is not") })
  }

  @Test(arguments: ["€ 1234.5", "USD 5", "50%", "$5", "TBC"])
  func `what is no amount of pounds is a fault that shows it`(_ text: String) {
    let proposal = ImportFixture.proposal("service\tcapital 2004-05\nHelpdesk\t\(text)\n")
    #expect(
      proposal.faultTexts == [
        "B2: capital 2004-05: `\(text)` is not an amount of pounds; type pounds, in a cell that is "
          + "formatted as a number"
      ])
  }

  @Test func `what is offered for a column has the unit of its heading, or both of a title`() throws
  {
    func names(_ text: String) throws -> [String] {
      let sheet = try #require(ImportFixture.proposal(text).mapping.sheets.first)
      return sheet.choices(for: sheet.columns[1], years: ImportFixture.years(1)).map(\.name)
    }
    let thousands = try names("service\tBudget 04/05 (£000)\n")
    #expect(thousands.contains("capital 2004-05 (£000)") && !thousands.contains("capital 2004-05"))
    let plain = try names("service\tBudget 04/05\n")
    #expect(plain.contains("capital 2004-05") && !plain.contains("capital 2004-05 (£000)"))
    let titled = try names("All figures £000\n\nservice\tBudget 04/05\tsupplier\n")
    #expect(titled.contains("capital 2004-05") && titled.contains("capital 2004-05 (£000)"))
  }

  @Test(arguments: [
    ("Budget 04/05", "12.345"), ("Budget 04/05", "(1,000)"), ("Budget 04/05", "1000 GBP"),
    ("Budget 04/05", "£1.2 million"), ("Capital (provisional)", "-1,234"),
    ("Capital (provisional)", "1,234 est"), ("Spend est.", "5"), ("Amount (draft)", "12.345"),
  ])
  func `a column that may be of amounts is never left out in silence`(
    _ heading: String, _ text: String
  ) {
    let proposal = ImportFixture.proposal("service\t\(heading)\nHelpdesk\t\(text)\n")
    #expect(
      proposal.faultTexts.first?.contains("is not understood, and the column has amounts") == true)
  }

  @Test(arguments: [
    ("Capital 2004-05 £ thousand", "12.345", Int64(12_345_00)),
    ("Capital 2004-05 £million", "1.2345", 1_234_500_00),
  ])
  func `units may be words`(_ heading: String, _ text: String, _ pence: Int64) {
    let proposal = ImportFixture.proposal("service\t\(heading)\nHelpdesk\t\(text)\n")
    #expect(proposal.lines.map(\.cost.total.pence) == [pence])
  }

  @Test func `a column is read as the field that is chosen for it`() throws {
    var request = ImportFixture.request("Thing\tWho\tMoney\nHelpdesk\tAcme\t5\n")
    request.choices = try ["Thing=service", "B=supplier", "money=capital 2004-05"]
      .map { try #require(ColumnChoice($0)) }
    let proposal = ImportProposal(request)
    #expect(proposal.lines.map(\.supplier) == ["Acme"])
    #expect(proposal.lines.map(\.cost.total.pence) == [500])
    request.fields = [ColumnPlace(table: 0, column: 1): .line(.notes)]
    #expect(ImportProposal(request).lines.map(\.notes) == ["Acme"])
  }

  @Test func `rows of comma-separated values are pasted where the first names columns`() {
    let named = ImportFixture.proposal("service,supplier\nHelpdesk,\"Acme, plc\"\n")
    #expect(named.lines.map(\.supplier) == ["Acme, plc"])
    let bare = ImportFixture.proposal("Bedside radio, with headphones\nNurse call\n")
    #expect(bare.lines.map(\.description) == ["Bedside radio, with headphones", "Nurse call"])
  }
}
