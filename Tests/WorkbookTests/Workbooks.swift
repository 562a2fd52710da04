import Documents
import Procurement
import Reports
import Testing
import Validation

@testable import Spreadsheets

/// Workbooks of plans, written and read again.
enum Workbooks {
  static let index: ProgrammeIndex = {
    guard let programme = try? Programme.builtIn() else { fatalError("no programme") }
    return ProgrammeIndex(programme)
  }()

  static let origin = WorkbookOrigin(
    author: "j.smith", created: "2004-11-02T09:30:00Z", facts: [("Source", "plan.yaml")])

  static func bytes(of assessment: Assessment) -> [UInt8] {
    var bytes: [UInt8] = []
    PlanWorkbook(assessment, origin).write { (piece: [UInt8]) in bytes += piece }
    return bytes
  }

  /// The formulas of all sheets but the summary, which checks them.
  static func formulas(in bytes: [UInt8]) throws -> [String] {
    let archive = try Archive(bytes, .standard)
    return try archive.names.filter { $0.hasPrefix("xl/worksheets/sheet") }.sorted().flatMap {
      name in
      var text: [UInt8] = []
      try archive.read(name) { text += $0 }
      let sheet = String(decoding: text, as: UTF8.self)
      guard !sheet.contains("agrees") else { return [String]() }
      return sheet.split(separator: "<f>").dropFirst().map {
        String($0.prefix { $0 != "<" })
      }
    }
  }

  static func read(_ plan: Plan) throws -> SpreadsheetDocument {
    try readSpreadsheet(bytes(of: Assessment(plan, against: index)))
  }

  static func portfolio(_ plans: [Plan]) throws -> PortfolioAssessment {
    var portfolio = Portfolio()
    for (place, plan) in plans.enumerated() {
      portfolio.append(plan, source: "plan-\(place + 1).yaml")
    }
    return try #require(PortfolioAssessment(portfolio, against: index))
  }

  static func read(_ assessment: PortfolioAssessment) throws -> SpreadsheetDocument {
    var bytes: [UInt8] = []
    PortfolioWorkbook(
      assessment, PortfolioFindings(on: assessment), title: "All plans", origin
    ).write { (piece: [UInt8]) in bytes += piece }
    return try readSpreadsheet(bytes)
  }
}

/// A table of a sheet by its headings.
struct ReadTable {
  let headings: [String]
  /// The rows between the headings and the totals.
  private(set) var rows: [[SheetCell]]
  /// The totals; nil where the table has none.
  let totals: [SheetCell]?

  init(_ name: String, in document: SpreadsheetDocument) throws {
    let sheet = try #require(document.sheets.first { $0.name == name })
    headings = try #require(sheet.rows.first).cells.map(\.words)
    rows = sheet.rows.dropFirst().map(\.cells)
    if rows.last?.first == .text("Total") { totals = rows.removeLast() } else { totals = nil }
  }

  /// The cells of a column.
  func column(_ heading: String) throws -> [SheetCell] {
    let place = try #require(headings.firstIndex(of: heading))
    return rows.map { $0.count > place ? $0[place] : .blank }
  }

  /// The exact sum of a column.
  func sum(_ heading: String) throws -> Money {
    try column(heading).reduce(Money.zero) { try $0 + $1.money }
  }

  /// The totals by the headings of their columns.
  var totalsByHeading: [String: Money] {
    get throws {
      var named: [String: Money] = [:]
      for (heading, cell) in zip(headings, totals ?? []) {
        if case .number = cell { named[heading] = try cell.money }
      }
      return named
    }
  }
}

extension SheetCell {
  /// The amount in the cell; zero where it is blank.
  var money: Money {
    get throws {
      switch self {
      case .blank: .zero
      case .number(let text): try Money(pounds: text)
      default: throw Money.Fault.malformed
      }
    }
  }

  /// The text in the cell.
  var words: String {
    if case .text(let text) = self { text } else { "" }
  }
}
