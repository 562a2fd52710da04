import Procurement
import Validation

/// A row of `plans`.
struct PlanRow {
  let plan: AssessedPlan

  private var assessment: Assessment { plan.assessment }

  static let columns: [Column<PlanRow>] = [
    .plan { $0.plan.number },
    .text(
      "source", "The document, table or plan of the store that it comes from.", isRequired: true
    ) { $0.plan.source },
    .text("title", "Its title.") { $0.plan.plan.header.title },
    .text("trust", "The code of the trust.", isRequired: true) { $0.plan.plan.header.trust.code },
    .text("trust_name", "The name of the trust.") { $0.plan.plan.header.trust.name },
    .word("trust_kind", "What the trust does.", isRequired: true) {
      $0.plan.plan.header.trust.kind
    },
    .text("cluster", "The id of the trust's cluster (region).", isRequired: true) {
      $0.plan.plan.header.trust.cluster
    },
    .text("lsp", "The id of the LSP of the cluster.") { row in
      row.plan.programme.cluster(row.plan.plan.header.trust.cluster)?.lsp
    },
    .text(
      "years",
      "The financial years of the plan, each by the calendar year in which it starts, with a blank "
        + "between them."
    ) { row in
      row.plan.plan.header.years.map { String($0.start) }.joined(separator: " ")
    },
    .date("as_of", "The day that the plan speaks for.") { $0.plan.plan.header.asOf },
    .integer("lines", "The number of its lines.") { $0.plan.plan.lines.count },
    .money("cost", "What all its lines cost.") { $0.split.cost },
    .money("programme_funded", "The part that the programme pays.") { $0.split.programmeFunded },
    .money("trust_payable", "The part that the trust pays: cost less programme_funded.") {
      $0.split.trustPayable
    },
    .money("covered", "The part of trust_payable that funds cover.") { $0.split.covered },
    .money("unconfirmed", "The part of covered that comes from funds that are not confirmed.") {
      $0.split.unconfirmed
    },
    .money("unfunded", "The part of trust_payable that no fund covers.") { $0.split.unfunded },
    .integer("errors", "The number of errors that are not waived.") { $0.count(.error) },
    .integer("warnings", "The number of warnings that are not waived.") { $0.count(.warning) },
    .integer("notes", "The number of notes that are not waived.") { $0.count(.note) },
    .integer("waived", "The number of waived findings.") { $0.assessment.waivedCount },
  ]

  private var split: Split { assessment.totals.all }
  private func count(_ severity: Severity) -> Int { assessment.count(severity) }
}

/// A row of `funds`: a fund in a year.
struct FundRow {
  let plan: Int
  let fund: Fund
  let balance: FundBalance

  static let columns: [Column<FundRow>] = [
    .plan(\.plan),
    .text("fund", "The id of the fund.", isRequired: true) { $0.fund.id },
    .year { $0.balance.year },
    .text("name", "Its name.") { $0.fund.name },
    .word("pays", "The kind of cost that it pays.", isRequired: true) { $0.fund.pays },
    .word("certainty", "How sure it is that the trust will have the money.", isRequired: true) {
      $0.fund.certainty
    },
    .money("available", "What it has in the year.") { $0.balance.available },
    .money("drawn", "What lines draw on it in the year.") { $0.balance.drawn },
    .money("remaining", "What is left of it: available less drawn.") {
      $0.balance.available - $0.balance.drawn
    },
  ]
}

/// A row of `groups`.
struct GroupRow {
  let plan: Int
  let group: BuyingGroup

  static let columns: [Column<GroupRow>] = [
    .plan(\.plan),
    .text("buying_group", "The id of the group.", isRequired: true) { $0.group.id },
    .text("name", "Its name.") { $0.group.name },
    .text("facility", "The LSP whose call-off facility it uses.") { $0.group.facility },
    .text("members", "The codes of its member trusts, with `, ` between them.") {
      CodeKind.list($0.group.members)
    },
  ]
}
