import Procurement
import Text
import Validation

/// The report for people.
extension PortfolioReport {
  /// Totals for England and its parts, lines by supply, findings by code, the share of the expected
  /// sum, and a summary.
  func text(columns: Int, in ink: Ink) -> String {
    guard let rows else { return "\(unread ?? "nothing to check")\n" }
    let parts = [
      sums(rows).text(width: columns, in: ink),
      "\(ink.strong("Lines by supply"))\n" + supplies.text(in: ink),
      "\(ink.strong("Findings"))\n" + findings(in: ink),
      joint(columns: columns, in: ink),
      share(of: rows.programme).map { Paragraph(width: columns).lines(of: $0) },
      Paragraph(width: columns).lines(of: summary(rows)),
    ]
    return parts.compactMap(\.self).joined(separator: "\n")
  }

  // MARK: Tables

  /// Rows of the table under one heading.
  private struct Section {
    let heading: String
    let rows: [SumsRow]
  }

  private func sums(_ rows: PortfolioRows) -> TextTable {
    let trusts = rows.tree.nodes(.cluster).map { cluster in
      Section(
        heading: "Trusts in \(rows.tree.nodes[cluster].name)",
        rows: rows.trusts(of: cluster).map(rows.trust))
    }
    let sections =
      [
        Section(heading: "Clusters", rows: rows.clusters),
        Section(heading: "Categories", rows: rows.categories),
      ] + trusts
    let all = [rows.england] + sections.flatMap(\.rows)
    let precision = MoneyPrecision(exactFor: all.flatMap { $0.sums.split.parts.map(\.money) })
    var table = TextTable(SumsRow.textColumns)
    table.add(rows.england.cells(precision))
    for section in sections {
      table.add(heading: VisibleText.safe(section.heading))
      for row in section.rows { table.add(row.cells(precision)) }
    }
    return table
  }

  private var supplies: TextTable {
    var table = TextTable([.init(title: "", isNumber: false), .init(title: "lines")])
    for supply in Supply.allCases {
      table.add([supply.rawValue, england.lines(supply).grouped])
    }
    let others = england.lines - Supply.allCases.reduce(0) { $0 + england.lines($1) }
    if others > 0 { table.add(["without a verdict", others.grouped]) }
    return table
  }

  private func findings(in ink: Ink) -> String {
    let found = FindingCode.allCases.filter { england.findings($0) > 0 }.sorted { left, right in
      (right.severity, england.findings(right), left)
        < (left.severity, england.findings(left), right)
    }
    guard !found.isEmpty else { return "none\n" }
    var table = TextTable([
      .init(title: "", isNumber: false), .init(title: "", isNumber: false),
      .init(title: "findings"),
    ])
    for code in found {
      table.add([
        "\(code.severity.rawValue)[\(code.rawValue)]", code.name, england.findings(code).grouped,
      ])
    }
    return table.text(in: ink)
  }

  /// The most findings on several plans that are listed; the rest are counted.
  private static let mostListed = 20

  private func joint(columns: Int, in ink: Ink) -> String? {
    let findings = jointFindings
    guard !findings.isEmpty else { return nil }
    let listed = findings.prefix(PortfolioReport.mostListed)
    let paragraph = Paragraph(hanging: 2, width: columns)
    let more = findings.count - listed.count
    let closing = more == 0 ? "" : "and \(more.grouped) more; `--format json` lists them all\n"
    return "\(ink.strong("Findings on several plans"))\n"
      + listed.map { paragraph.lines(of: $0.line(in: .none)) }.joined() + closing
  }

  // MARK: Sentences

  private func share(of programme: Programme) -> String? {
    guard let share = ExpectedShare(england, of: programme) else { return nil }
    let part = share.percentage.map { ": \($0)" } ?? ""
    return "trusts pay £\(share.paid.grouped) in \(share.year)\(part) of £"
      + "\(share.figure.money.grouped), \(share.figure.meaning)"
  }

  private func summary(_ rows: PortfolioRows) -> String {
    let row = rows.england
    let waived = england.waived == 0 ? [] : ["\(england.waived.grouped) waived"]
    let counts = Severity.allCases.reversed().map { severity in
      counted(england.findings(severity), severity.rawValue, isGrouped: true)
    }
    let plans = "\(counted(row.plans ?? 0, "plan")) of \(counted(row.trusts ?? 0, "trust"))"
    return [(counts + waived).joined(separator: ", ") + " in \(plans)", earlier.summary, unread]
      .compactMap(\.self).joined(separator: "; ")
  }

  private var unread: String? {
    guard !faulty.isEmpty else { return nil }
    let hint = leavesOutRows ? "; `--keep-going` checks the valid rows of the table" : ""
    return "\(counted(faulty.count, "file")) with errors\(hint)"
  }
}

extension SumsRow {
  fileprivate static let textColumns: [TextTable.Column] = [
    .init(title: "", isNumber: false), .init(title: "plans"), .init(title: "lines"),
    .init(title: "cost", isFolded: true), .init(title: "programme", isFolded: true),
    .init(title: "trust", isFolded: true), .init(title: "covered", isFolded: true),
    .init(title: "unfunded", isFolded: true), .init(title: "errors"), .init(title: "warnings"),
  ]

  /// The row's cells, its amounts with the precision of the whole table.
  fileprivate func cells(_ precision: MoneyPrecision) -> [String] {
    let money = sums.split.parts.map { precision.text($0.money) }
    return [VisibleText.safe(name), plans?.grouped ?? "", sums.lines.grouped] + money
      + [sums.findings(.error).grouped, sums.findings(.warning).grouped]
  }

  /// How many registered trusts the row covers, after its name.
  private var covered: String { coverage.map { ": \($0.words)" } ?? "" }

  private var name: String {
    switch subject {
    case .england: "England" + covered
    case .cluster(let id): id + covered
    case .category(let id): id ?? "unknown services"
    case .trust(let code, _): code
    }
  }
}
