import Documents
import Foundation
import Procurement
import Reports
import Testing
import Validation

/// Papers about example plans, with an origin that is the same on every machine and day.
enum Papers {
  static let index: ProgrammeIndex = {
    guard let programme = try? Programme.builtIn() else { fatalError("no programme") }
    return ProgrammeIndex(programme)
  }()

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let examples = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/examples")

  static func origin(_ source: String, version: String? = nil) -> PaperOrigin {
    PaperOrigin(
      source: source, version: version,
      date: CalendarDate(year: 2004, month: 11, day: 2) ?? .earliest, author: "j.smith",
      program: "calloff 0.1.0")
  }

  static func example(_ name: String) throws -> Plan {
    let bytes = [UInt8](try Data(contentsOf: examples.appending(path: "\(name).yaml")))
    return try readPlan(bytes, clusters: index.programme.clusters.map(\.id)).plan
  }

  static func paper(
    _ plan: Plan, source: String = "plan.yaml", version: String? = nil
  ) -> BoardPaper {
    BoardPaper(Assessment(plan, against: index), from: origin(source, version: version))
  }

  static func paper(_ plans: [Plan], _ files: PortfolioFiles = PortfolioFiles()) throws
    -> BoardPaper
  {
    var portfolio = Portfolio()
    for (place, plan) in plans.enumerated() {
      portfolio.append(plan, source: "plan-\(place + 1).yaml")
    }
    let assessment = try #require(PortfolioAssessment(portfolio, against: index))
    return BoardPaper(
      assessment, PortfolioFindings(on: assessment), files, from: origin("plans"))
  }
}

extension BoardPaper {
  var tables: [PaperTable] {
    sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  var charts: [BarChart] {
    sections.flatMap(\.blocks).compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  func table(_ caption: String) -> PaperTable? { tables.first { $0.caption == caption } }

  func section(_ id: String) -> Section? { sections.first { $0.id == id } }

  /// All texts of a section, in order.
  func texts(_ id: String) -> [String] {
    (section(id)?.blocks ?? []).flatMap { block -> [String] in
      switch block {
      case .paragraph(let text): [text]
      case .list(let items): items
      case .figures(let facts): facts.map(\.text)
      case .table(let table):
        table.rows.flatMap { row in
          ([row.heading] + row.texts).flatMap { [$0.text] + $0.details } + row.numbers
        }
      case .chart: []
      }
    }
  }
}
