import PlanGenerators
import Procurement
import Testing
import Text
import Validation

@testable import Exports

@Suite("the data package")
struct DataPackageTests {
  @Test func `its schema is frozen`() throws {
    try expectGolden(String(decoding: DataPackage.descriptor, as: UTF8.self), "datapackage.json")
  }

  @Test(arguments: DataTable.allCases)
  func `the tables of an example`(table: DataTable) throws {
    let files = try ExportFixture.package(
      ["imaging", "groups"].map(ExportFixture.example), ExportFixture.index())
    try expectGolden(files[table] ?? "", table.file)
  }

  @Test func `every value has the type of its column, and keys lead to rows`() throws {
    let files = try randomPackage(plans: 60).files
    for schema in DataPackage.schemas {
      let table = try CSVTable(files[schema.table] ?? "")
      #expect(table.names == schema.fields.map(\.name))
      for field in schema.fields {
        for row in table.rows { expect(row[field.name] ?? "", isOf: field, in: schema.table) }
      }
      let keys = table.values(schema.primaryKey)
      #expect(Set(keys).count == keys.count, "\(schema.table)")
      for key in schema.foreignKeys {
        let known = Set(try CSVTable(files[key.table] ?? "").values(key.fields))
        #expect(table.values(key.fields).allSatisfy(known.contains), "\(schema.table)")
      }
    }
  }

  private func expect(_ value: String, isOf field: DataField, in table: DataTable) {
    let words = "\(table).\(field.name): \(value)"
    if value.isEmpty {
      #expect(!field.isRequired, "\(words)")
      return
    }
    switch field.kind {
    case .string:
      #expect(field.choices.isEmpty || field.choices.contains(value), "\(words)")
      #expect(!FormulaGuard.isFormula(value) || value.hasPrefix("'"), "\(words)")
    case .integer: #expect(Int(value).map { String($0) == value } ?? false, "\(words)")
    case .year: #expect(FinancialYear(start: Int(value) ?? 0) != nil, "\(words)")
    case .number: #expect((try? Money(pounds: value))?.plain == value, "\(words)")
    case .boolean: #expect(["true", "false"].contains(value), "\(words)")
    case .date: #expect(CalendarDate(value) != nil, "\(words)")
    }
  }

  @Test func `sums are those of the assessments, to the penny`() throws {
    let (plans, files) = try randomPackage(plans: 60)
    let index = try ExportFixture.index()
    let tables = try files.mapValues { try CSVTable($0) }
    let (planTable, years) = (try #require(tables[.plans]), try #require(tables[.lineYears]))
    let (lines, draws) = (try #require(tables[.lines]), try #require(tables[.draws]))
    let (funds, findings) = (try #require(tables[.funds]), try #require(tables[.findings]))
    for (number, plan) in plans.enumerated() {
      let assessment = Assessment(plan, against: index)
      let totals = assessment.totals.all
      let isOfPlan = { (row: [String: String]) in row["plan"] == String(number + 1) }
      let amounts: [(String, Money)] = [
        ("cost", totals.cost), ("programme_funded", totals.programmeFunded),
        ("covered", totals.covered), ("unconfirmed", totals.unconfirmed),
        ("unfunded", totals.unfunded),
      ]
      for (column, money) in amounts {
        for table in [planTable, lines, years] {
          #expect(try table.sum(column, where: isOfPlan) == money, "\(column)")
        }
      }
      #expect(try draws.sum("amount", where: isOfPlan) == totals.covered)
      #expect(try funds.sum("drawn", where: isOfPlan) == totals.covered)
      let own = findings.rows.filter(isOfPlan)
      #expect(own.map { $0["message"] } == assessment.findings.map { CSVRows.safe($0.message) })
      #expect(own.filter { $0["waived"] == "true" }.count == assessment.waivedCount)
    }
  }

  @Test func `draws add up to what is covered in each row`() throws {
    let files = try randomPackage(plans: 30).files
    let key = ["plan", "line", "year", "kind"]
    var drawn: [[String]: Money] = [:]
    let draws = try CSVTable(files[.draws] ?? "")
    for (row, place) in zip(draws.rows, draws.values(key)) {
      drawn[place, default: .zero] += try Money(pounds: row["amount"] ?? "")
    }
    let years = try CSVTable(files[.lineYears] ?? "")
    #expect(!drawn.isEmpty)
    for (row, place) in zip(years.rows, years.values(key)) {
      #expect(try Money(pounds: row["covered"] ?? "") == drawn[place] ?? .zero)
    }
  }

  @Test func `a plan that is larger than a batch is written like others`() throws {
    let index = try ExportFixture.index()
    var plans = PlanGenerator(seed: 7)
    let small = plans.plan(lines: 40)
    let large = plans.plan(lines: 400)
    let alone = ExportFixture.package([large], index)
    let batches = ExportFixture.package([small, large, small], index, linesAtOnce: 100)
    let together = ExportFixture.package([small, large, small], index)
    func rows(_ files: [DataTable: String], _ plan: String) throws -> [[String]] {
      let table = try CSVTable(files[.lines] ?? "")
      let columns = table.names.filter { $0 != "plan" }
      return table.rows.filter { $0["plan"] == plan }.map { row in columns.map { row[$0] ?? "" } }
    }
    #expect(batches == together)
    #expect(try rows(alone, "1") == rows(together, "2"))
    #expect(try rows(together, "1") == rows(together, "3"))
    #expect(try rows(together, "1").count == 40)
  }

  @Test(
    "text is what remains without one apostrophe at its start",
    arguments: [
      "=1+1", "+44 20", "-", "@SUM(A1)", "'tis", "''", "cmd|'/c calc'!A1", "plain", "a \"b\", c",
      "two\nlines", "\u{FF1D}x", "1|2", "\t=1",
    ])
  func text(original: String) throws {
    var plan = try ExportFixture.example("imaging")
    plan.lines[0].notes = original
    let file = ExportFixture.package([plan], try ExportFixture.index())[.lines] ?? ""
    let cell = try #require(CSVTable(file).rows[0]["notes"])
    let shown = original.replacing("\t", with: "\u{2409}")
    #expect((cell.hasPrefix("'") ? String(cell.dropFirst()) : cell) == shown)
    #expect(!FormulaGuard.isFormula(cell) || cell.hasPrefix("'"))
  }

  @Test func `control and bidi characters are visible signs`() throws {
    var plan = try ExportFixture.example("imaging")
    plan.header.title = "a\u{1B}[2Jb\u{202E}c\0"
    let files = ExportFixture.package([plan], try ExportFixture.index())
    for file in files.values {
      #expect(!file.unicodeScalars.contains { $0 != "\n" && !$0.isShown })
    }
  }

  @Test func `the largest amounts are exact`() throws {
    var plan = try ExportFixture.example("imaging")
    let most = try Money(pounds: "92233720368547758.07")
    plan.funds = []
    plan.lines = PlanLines([plan.lines[0]])
    plan.lines[0].cost = Cost()
    plan.lines[0].cost[plan.header.years[0], .capital] = most
    let files = ExportFixture.package([plan], try ExportFixture.index())
    #expect(files[.lineYears]?.contains(",92233720368547758.07,") == true)
  }

  private func randomPackage(plans count: Int) throws -> (plans: [Plan], files: [DataTable: String])
  {
    var generator = PlanGenerator(seed: 16)
    let plans = (0..<count).map { _ in generator.plan() }
    return (plans, ExportFixture.package(plans, try ExportFixture.index()))
  }
}
