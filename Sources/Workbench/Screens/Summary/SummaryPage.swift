import Canvas
import Procurement
import Text
public import Validation

/// A summary as rows for a width: the screen shows them, `c` copies them, and `calloff summary`
/// prints them.
public struct SummaryPage: Sendable {
  /// What a row shows.
  enum Content: Sendable {
    case title(String)
    /// The heading of a section, with those of its columns.
    case heading(String, SummaryTable)
    case split(name: String, Split, SummaryTable)
    case use(name: String, MoneySummary.Use, SummaryTable)
    case finding(MoneySummary.FindingCount)
    case text(String, Role)
    case legend
  }

  /// A row, and which lines or findings it is about.
  struct Row: Sendable {
    let content: Content
    var subject: SummarySubject?
  }

  /// How many suppliers and funds are listed; the others are added up.
  private static let mostListed = 10

  let rows: [Row]
  /// How many plans, trusts and lines it is about, and the unit of its amounts.
  let counts: String
  /// The unit of its amounts, where that is not pounds and pence.
  let mark: String
  private let title: String
  private let width: Int

  /// The page of a summary.
  public init(_ summary: MoneySummary, title: String, width: Int) {
    self.width = width
    let listed = summary.keepingFirst(SummaryPage.mostListed)
    let format = SummaryFormat(listed, width: width)
    let shown = listed.rounded(to: format.precision)
    let counts = [
      counted(shown.plans, "plan", isGrouped: true),
      counted(shown.trusts, "trust", isGrouped: true),
      counted(shown.lines, "line", isGrouped: true),
    ].joined(separator: ", ")
    mark = format.precision.mark
    self.title = title
    self.counts = mark.isEmpty ? counts : "\(counts); amounts in \(mark)"
    rows =
      SummaryPage.years(shown, format) + SummaryPage.funds(shown, format)
      + SummaryPage.parts("supply", shown.supplies, "supply:", format)
      + SummaryPage.parts("category", shown.categories, "category:", format)
      + SummaryPage.parts("supplier", shown.suppliers, nil, format)
      + SummaryPage.findings(shown)
  }

  // MARK: Sections

  private static func years(_ summary: MoneySummary, _ format: SummaryFormat) -> [Row] {
    let table = format.years
    let rows = summary.years.map { year in
      Row(content: .split(name: year.year.description, year.split, table))
    }
    return [Row(content: .heading("year", table))] + rows + [
      Row(content: .split(name: "all", summary.total, table.withoutBars))
    ] + (table.hasBars ? [Row(content: .legend)] : [])
  }

  private static func funds(_ summary: MoneySummary, _ format: SummaryFormat) -> [Row] {
    guard !summary.funds.isEmpty else {
      return [Row(content: .title("no funds"))]
    }
    let table = format.funds
    let names = Dictionary(grouping: summary.funds, by: \.name)
    let rows = summary.funds.flatMap { fund in
      // Funds of several plans may have the same name.
      let isNameShared = (names[fund.name]?.count ?? 0) > 1
      // What tells funds of one name apart comes first, since the end is cut where space is short.
      let id = isNameShared ? " (\(fund.id ?? ""))" : ""
      let certainty = fund.certainty.map { $0 == .confirmed ? "" : "\($0.rawValue): " } ?? ""
      let subject = fund.id.map { SummarySubject.lines(LineFilter.text(for: .fund, $0)) }
      let whole = Row(
        content: .use(name: certainty + fund.name + id, fund.whole, table), subject: subject)
      guard summary.years.count > 1 else { return [whole] }
      return [whole]
        + zip(summary.years, fund.years).filter { $1.available > .zero }.map { year, use in
          Row(content: .use(name: "  \(year.year)", use, table), subject: subject)
        }
    }
    return [Row(content: .heading("fund", table))] + rows
  }

  private static func parts(
    _ title: String, _ parts: [MoneySummary.Part], _ filter: String?, _ format: SummaryFormat
  ) -> [Row] {
    guard !parts.isEmpty else { return [] }
    return [Row(content: .heading(title, format.parts))]
      + parts.map { part in
        Row(
          content: .split(name: part.name, part.split, format.parts),
          subject: filter.flatMap { filter in
            part.id.map { SummarySubject.lines(filter + LineFilter.quoted($0)) }
          })
      }
  }

  /// Errors, each code in a row, and how many warnings and notes there are.
  private static func findings(_ summary: MoneySummary) -> [Row] {
    let errors = summary.findings.filter { $0.code.severity == .error }
    let rest = [Severity.warning, .note].map { counted(summary.count($0), $0.rawValue) }
      .joined(separator: ", ")
    let heading = errors.isEmpty ? "no errors hold it up" : "what holds it up"
    return [Row(content: .title(heading))]
      + errors.map { Row(content: .finding($0), subject: .findings($0.code)) } + [
        Row(content: .text(rest, .dim))
      ]
  }

  // MARK: Drawing

  /// The page as text: its title, its counts and all rows, with a blank line before each section.
  public var text: String {
    let head = [title, counts].map { VisibleText.clipped($0, to: width) + "\n" }
    return head.joined()
      + rows.enumerated().map { place, row in
        var canvas = Canvas(size: Size(rows: 1, columns: width))
        draw(place, on: &canvas, at: .origin)
        let isSection =
          switch row.content {
          case .heading, .title: true
          case .split, .use, .finding, .text, .legend: false
          }
        return (isSection ? "\n" : "") + canvas.text + "\n"
      }.joined()
  }

  /// Draws a row.
  func draw(_ place: Int, on canvas: inout Canvas, at position: Position) {
    switch rows[place].content {
    case .title(let text): canvas.write(text, at: position, width: width, role: .heading)
    case .text(let text, let role): canvas.write(text, at: position, width: width, role: role)
    case .heading(let title, let table): table.drawHeading(title, on: &canvas, at: position)
    case .split(let name, let split, let table):
      table.draw(name, split, on: &canvas, at: position)
    case .use(let name, let use, let table): table.draw(name, use, on: &canvas, at: position)
    case .finding(let finding):
      let severity = finding.code.severity
      canvas.write(severity.sign, at: position, role: severity.role)
      canvas.writeRight(
        finding.count.grouped, row: position.row, endingAt: position.column + 10, width: 8)
      let words = Rulebook.description(of: finding.code)?.summary ?? finding.code.name
      canvas.write(
        "\(finding.code.rawValue) \(words)",
        at: Position(row: position.row, column: position.column + 12), width: width - 12)
    case .legend:
      let words = ["programme", "covered", "unfunded"]
      AmountBar.drawLegend(
        Array(zip(AmountBar.Part.ofSplit, words)).map { ($0, $1) }, at: position, on: &canvas)
    }
  }

  /// A row in words, for a dialogue.
  func words(ofRow place: Int) -> String {
    switch rows[place].content {
    case .title(let text), .text(let text, _): text
    case .heading(let title, _): "by \(title)"
    case .split(let name, let split, let table): table.words(name, split)
    case .use(let name, let use, let table): table.words(name.trimmed, use)
    case .finding(let finding):
      "\(finding.code.severity.rawValue) \(finding.code.rawValue): \(finding.count)"
    case .legend: "bars: programme, covered, unfunded"
    }
  }
}

/// What a row of a summary is about, in the open plan.
enum SummarySubject: Hashable, Sendable {
  /// The lines that a filter shows.
  case lines(String)
  /// The findings with a code.
  case findings(FindingCode)
}
