import Procurement
import Text
public import Validation

extension BoardPaper {
  /// The paper about one plan, with the findings on it that need more than the plan.
  public init(
    _ assessment: Assessment, _ joint: [PortfolioFinding] = [], from origin: PaperOrigin
  ) {
    let (plan, programme) = (assessment.plan, assessment.index.programme)
    let summary = assessment.moneySummary.counting(joint)
    let precision = MoneyPrecision(exactFor: summary.amounts + plan.amounts)
    let words = PaperWords(programme, plan, precision)
    let found = assessment.findings
    let findings = FindingSection(assessment, found, joint, words)
    title = plan.header.title
    kind = "Procurement plan"
    facts = BoardPaper.facts(plan.header, programme) + origin.facts
    closing = origin.closing
    sections = [
      SummarySection(summary, words).section(
        waived: assessment.waivedCount, unfundedByOrder: assessment.unfundedByOrder),
      LineSection(assessment, words).section(summary),
      findings.section,
      BoardPaper.missingMoney(assessment, words),
      AlternativeSection(assessment, words).section,
      AssumptionSection.section(
        readings: programme.readings(on: assessment.lineKinds, and: findings.clauses),
        unconfirmed: summary.total.unconfirmed, of: programme),
    ]
  }

  private static func facts(_ header: Plan.Header, _ programme: Programme) -> [Fact] {
    let trust = header.trust
    let cluster = programme.cluster(trust.cluster)
    let lsp = cluster.flatMap { programme.provider($0.lsp) }.map { ", served by \($0.name)" }
    let years = header.years.sorted().map(\.description)
    return [
      Fact(name: "Trust", text: "\(trust.name) (\(trust.code)), \(trust.kind.words)"),
      Fact(name: "Region (cluster)", text: (cluster?.name ?? trust.cluster) + (lsp ?? "")),
      Fact(name: "Financial years", text: years.joined(separator: ", ")),
    ] + (header.asOf.map { [Fact(name: "As of", text: $0.inWords)] } ?? [])
  }

  /// Why money is missing, as `calloff check --explain-funding` has it.
  private static func missingMoney(_ assessment: Assessment, _ words: PaperWords) -> Section {
    let explanation = FundingExplanation(assessment).words(in: assessment.plan)
    let sentences = explanation.map(words.sentence)
    return Section(
      id: "funding", title: "Why money is missing",
      blocks: sentences.prefix(1).map(Block.paragraph)
        + (sentences.count > 1 ? [.list(Array(sentences.dropFirst()))] : []))
  }
}

extension Plan {
  /// All amounts of lines and their alternatives, for their precision.
  fileprivate var amounts: [Money] {
    lines.flatMap { line in
      ([line.cost] + line.alternatives.map(\.cost)).flatMap { $0.amounts.map(\.money) }
    }
  }
}

extension Trust.Kind {
  /// What a trust of this kind is called.
  fileprivate var words: String {
    switch self {
    case .acute: "acute trust"
    case .mentalHealth: "mental health trust"
    case .primaryCare: "primary care trust"
    case .ambulance: "ambulance trust"
    case .care: "care trust"
    }
  }
}
