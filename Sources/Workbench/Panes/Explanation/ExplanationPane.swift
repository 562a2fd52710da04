import Procurement
import Text
import Validation

extension Context {
  /// A finding explained.
  public static let explanation = Context("explanation", "an explanation")
}

/// What a rule or the programme says, as paragraphs to scroll through.
struct ExplanationPane: Sendable {
  let title: String
  let paragraphs: [String]
  /// How many rows it wants on the screen.
  private(set) var wantedRows = 16
  /// The first row that is shown.
  private(set) var top = 0

  /// What there is to say of a row of the programme, in full.
  init(_ row: CatalogueList.Row, in view: CatalogueView) {
    title = view.title(of: row)
    paragraphs = view.details.all
  }

  /// What there is to say of findings on several plans of a part of a portfolio; nil without any.
  init?(_ findings: [PortfolioFinding], on part: String, _ names: TermNames) {
    guard !findings.isEmpty else { return nil }
    title = "findings on several plans: \(part)"
    let reasons = Set(findings.map(\.code)).sorted().compactMap { code in
      Rulebook.description(of: code).map { "\(code.rawValue): \($0.summary) \($0.reason)" }
    }
    paragraphs =
      findings.map {
        "\($0.severity.sign) \($0.code.rawValue) \(names.sentence($0.message))"
      } + reasons
  }

  init?(_ finding: Finding, in assessment: Assessment) {
    guard let rule = Rulebook.description(of: finding.code) else { return nil }
    title = "\(finding.code.rawValue) \(finding.code.name)"
    let clauses = assessment.clauses(for: finding).map { clause in
      "\(clause.citation): \(clause.text)"
    }
    let reasons = finding.code == .F101 ? assessment.fundingReasons(of: finding) : []
    paragraphs =
      ([finding.message] + reasons).map(assessment.names.sentence)
      + [rule.summary, rule.reason] + clauses
  }

  /// What there is to say of a code, whatever the plan is.
  init?(_ code: FindingCode, in programme: Programme) {
    guard let rule = Rulebook.description(of: code) else { return nil }
    title = "\(code.rawValue) \(code.name)"
    paragraphs =
      [rule.summary, rule.reason]
      + programme.clauses(for: code).map { "\($0.citation): \($0.text)" }
  }

  /// Rows of a table under a title, which take as much of the screen as they need.
  init(title: String, table: [String]) {
    self.title = title
    paragraphs = table
    wantedRows = table.count + 1
  }

  /// The paragraphs in rows of so many columns. One that fits into a row keeps its blanks, as those
  /// of a table are in columns.
  func rows(columns: Int) -> [String] {
    paragraphs.flatMap { paragraph in
      VisibleText.width(of: paragraph) <= columns
        ? [paragraph] : paragraph.wrapped(columns: columns, hanging: 2)
    }
  }

  /// The rows that are shown of `count`, with room for `visible`.
  func shown(of count: Int, visible: Int) -> Range<Int> {
    let top = min(self.top, max(0, count - visible))
    return top..<min(count, top + visible)
  }

  /// Scrolls as an action says.
  mutating func scroll(_ action: Action, count: Int, visible: Int) {
    let page = max(1, visible - 1)
    let distance =
      switch action {
      case .up: -1
      case .down: 1
      case .pageUp: -page
      case .pageDown: page
      case .first: -count
      case .last: count
      default: 0
      }
    let top = shown(of: count, visible: visible).lowerBound + distance
    self.top = max(0, min(top, count - visible))
  }
}
