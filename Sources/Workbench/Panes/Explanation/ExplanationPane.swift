import Procurement
import Validation

extension Context {
  /// A finding explained.
  public static let explanation = Context("explanation", "an explanation")
}

/// What a rule says, why, and on what it rests, as paragraphs to scroll through.
struct ExplanationPane: Sendable {
  let title: String
  let paragraphs: [String]
  var focus = ListFocus()

  /// What there is to say of a row of the programme, in full.
  init(_ row: CatalogueList.Row, in view: CatalogueView) {
    title = view.title(of: row)
    paragraphs = view.details.map(\.0)
  }

  init?(_ finding: Finding, in assessment: Assessment) {
    guard let rule = Rulebook.description(of: finding.code) else { return nil }
    title = "\(finding.code.rawValue) \(finding.code.name)"
    let clauses = assessment.clauses(for: finding).map { clause in
      "\(clause.citation): \(clause.text)"
    }
    let reasons = finding.code == .F101 ? assessment.fundingReasons(of: finding) : []
    paragraphs = [finding.message] + reasons + [rule.summary, rule.reason] + clauses
  }

  /// What there is to say of a code, whatever the plan is.
  init?(_ code: FindingCode, in programme: Programme) {
    guard let rule = Rulebook.description(of: code) else { return nil }
    title = "\(code.rawValue) \(code.name)"
    paragraphs =
      [rule.summary, rule.reason]
      + programme.clauses(for: code).map { "\($0.citation): \($0.text)" }
  }
}
