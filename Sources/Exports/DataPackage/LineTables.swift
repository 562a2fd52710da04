import Procurement
import Validation

/// A row of `lines`.
struct LineRow {
  let plan: AssessedPlan
  let place: Int
  let line: PlanLine
  let verdict: LineVerdict

  static let columns: [Column<LineRow>] = saidColumns + resultColumns

  /// What the line says.
  private static let saidColumns: [Column<LineRow>] = [
    .plan { $0.plan.number },
    .line { $0.line.id },
    .integer("place", "The place of the line in the plan, from 1; earlier lines draw first.") {
      $0.place + 1
    },
    .text("service", "The id of the service.") { $0.line.service },
    .text("service_label", "What the programme calls it; missing for an unknown service.") {
      $0.service?.label
    },
    .text("category", "The id of its category; missing for an unknown service.") { row in
      row.verdict.category.map { row.plan.programme.categories[$0].id }
    },
    .word("pacs", "The PACS option.") { $0.line.pacs },
    .word("need", "Whether a new system must be installed.", isRequired: true) { $0.line.need },
    .word("route", "How it is bought.") { $0.line.route },
    .text(
      "supplier",
      "Who is to supply it: the id of a provider, or another name, in which line breaks and several "
        + "blanks are one blank."
    ) {
      $0.line.supplier
    },
    .text("buying_group", "The group it is bought with; `groups` need not have it.") {
      $0.line.group
    },
    .flag("spine_connected", "Whether it is connected to the Spine.") { $0.line.spineConnected },
    .flag("crs_interoperable", "Whether it meets the care records standards.") {
      $0.line.crsInteroperable
    },
    .text("description", "What the service is.") { $0.line.description },
    .text("justification", "Why it is not bought through an LSP.") { $0.line.justification },
    .text("named_funds", "The ids of the funds that it draws on, in order, with `, ` between them.")
    { $0.line.funds.isEmpty ? nil : CodeKind.list($0.line.funds) },
    .text("notes", "Notes of the plan's author.") { $0.line.notes },
  ]

  /// What the rules say about it.
  private static let resultColumns: [Column<LineRow>] = [
    .word("supply", "Who may supply it; missing for an unknown service.") { $0.verdict.supply },
    .word("payer", "Who pays.", isRequired: true) { $0.verdict.payer },
    .money("cost", "What it costs.") { $0.verdict.cost },
    .money("programme_funded", "The part that the programme pays.") { $0.verdict.programmeFunded },
    .money("trust_payable", "The part that the trust pays: cost less programme_funded.") {
      $0.verdict.trustPayable
    },
    .money("covered", "The part of trust_payable that funds cover.") { $0.verdict.covered },
    .money("unconfirmed", "The part of covered that comes from funds that are not confirmed.") {
      $0.verdict.unconfirmed
    },
    .money("unfunded", "The part of trust_payable that no fund covers.") { $0.verdict.unfunded },
  ]

  private var service: Service? { plan.service(of: line) }
}

/// A row of `line_years`: an amount of a line's cost.
struct LineYearRow {
  let plan: Int
  let line: String
  let amount: Cost.Amount
  let verdict: LineVerdict
  var covered = Money.zero
  var unconfirmed = Money.zero

  static let columns: [Column<LineYearRow>] = [
    .plan(\.plan),
    .line { $0.line },
    .year { $0.amount.year },
    .kind { $0.amount.kind },
    .word("supply", "Who may supply the line; missing for an unknown service.") {
      $0.verdict.supply
    },
    .word("payer", "Who pays.", isRequired: true) { $0.verdict.payer },
    .money("cost", "What the line costs in this year and of this kind, never zero.") {
      $0.amount.money
    },
    .money("programme_funded", "The part that the programme pays.") { row in
      row.verdict.payer == .programme ? row.amount.money : .zero
    },
    .money("covered", "The part that funds of the trust cover: the sum of the row's draws.") {
      $0.covered
    },
    .money("unconfirmed", "The part of covered that comes from funds that are not confirmed.") {
      $0.unconfirmed
    },
    .money("unfunded", "The part that the trust must pay and no fund covers.") { row in
      row.verdict.payer == .trust ? row.amount.money - row.covered : .zero
    },
  ]
}

/// A row of `draws`: what one fund pays of an amount.
struct DrawRow {
  let plan: Int
  let line: String
  let draw: Draw
  let fund: Fund

  static let columns: [Column<DrawRow>] = [
    .plan(\.plan),
    .line { $0.line },
    .year { $0.draw.year },
    .kind { $0.draw.kind },
    .text("fund", "The id of the fund.", isRequired: true) { $0.fund.id },
    .money("amount", "What the fund pays, more than zero.") { $0.draw.money },
  ]
}

/// A row of `findings`.
struct FindingRow {
  let plan: Int
  let number: Int
  let finding: Finding

  static let columns: [Column<FindingRow>] = [
    .plan(\.plan),
    .integer("finding", "The number of the finding in its plan, from 1.") { $0.number },
    .line(isRequired: false) { $0.finding.line },
    .text("code", "Its code; `calloff explain CODE` explains it.", isRequired: true) {
      $0.finding.code.rawValue
    },
    .text("name", "The name of the code.", isRequired: true) { $0.finding.code.name },
    .word("severity", "How much it matters.", isRequired: true) { $0.finding.severity },
    .word("field", "The field of the line that it is about.") { $0.finding.field },
    .text("message", "What is wrong and what to do.", isRequired: true) { $0.finding.message },
    .money("amount", "The amount that it is about.", isRequired: false) { $0.finding.amount },
    .text("cites", "The clauses behind it, with `; ` between them.") {
      $0.finding.cites.isEmpty ? nil : $0.finding.cites.joined(separator: "; ")
    },
    .flag("waived", "Whether it is waived.", isRequired: true) { $0.finding.waiver != nil },
    .text("waived_reason", "Why it is waived.") { $0.finding.waiver?.reason },
    .date("waived_on", "The day on which it was waived.") { $0.finding.waiver?.date },
  ]
}
