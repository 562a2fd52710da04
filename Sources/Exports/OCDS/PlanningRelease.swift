import Procurement
import Text
import Validation

/// The planning release of one line, in the Open Contracting Data Standard 1.1.5.
struct PlanningRelease {
  private let context: ReleaseContext
  private let line: PlanLine
  private let verdict: LineVerdict
  private let budget: BudgetBreakdown
  private let service: Service?
  /// The identifier of the contracting process, the same in each version of the plan.
  private let ocid: String

  /// The release of the line at a place, with what it draws.
  init(_ context: ReleaseContext, at place: Int, draws: [Draw]) {
    self.context = context
    let plan = context.plan
    line = plan.plan.lines[place]
    verdict = plan.assessment.verdict(at: place)
    budget = BudgetBreakdown(context, line, verdict, draws)
    service = plan.service(of: line)
    ocid = context.ocid(of: line)
  }

  /// The release; its id follows from its content, so an unchanged line keeps it.
  var json: JSON {
    let content: [JSON.Member] = [
      ("date", .text(context.date)),
      ("tag", ["planning"]),
      ("initiationType", "tender"),
      ("language", "en"),
      ("parties", .list(parties)),
      ("buyer", context.trustReference),
      ("planning", planning),
      ("tender", tender),
    ]
    let hash = FNV.hash(JSON.object(content).compact.utf8)
    let digits = String(hash, radix: 16)
    let version = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return .object([("ocid", .text(ocid)), ("id", .text("\(ocid)-\(version)"))] + content)
  }

  private var parties: [JSON] {
    let isPaid = verdict.payer == .programme && verdict.cost != .zero
    return [context.trust(paying: verdict.covered != .zero)]
      + (isPaid ? [context.programmeParty] : [])
  }

  // MARK: Planning

  private var planning: JSON {
    ["rationale": .text(rationale), "budget": .object(budgetMembers)]
  }

  /// Why it is bought: what the plan says, else what its category is for.
  private var rationale: String {
    if let said = line.justification ?? line.description, !said.isBlank { return said }
    guard let place = verdict.category else { return line.service }
    let category = context.plan.programme.categories[place]
    return "\(category.name): \(category.meaning)"
  }

  private var budgetMembers: [JSON.Member] {
    [("project", .text(context.plan.plan.header.title))]
      + (verdict.cost == .zero
        ? [] : [("amount", .amount(verdict.cost)), ("budgetBreakdown", .list(budget.entries))])
  }

  // MARK: Tender

  private var tender: JSON {
    var members: [JSON.Member] = [
      ("id", .text(ocid)),
      ("title", .text(label)),
    ]
    if let description = line.description { members.append(("description", .text(description))) }
    members += [
      ("status", "planning"), ("procuringEntity", context.trustReference), ("items", [item]),
    ]
    if verdict.cost != .zero { members.append(("value", .amount(verdict.cost))) }
    if let rationale = directRationale {
      members += [
        ("procurementMethod", "direct"), ("procurementMethodRationale", .text(rationale)),
      ]
    }
    let route = context.plan.programme.routes.first { $0.route == line.route }
    if let route { members.append(("procurementMethodDetails", .text(route.meaning))) }
    return .object(members)
  }

  private var label: String { service?.label ?? line.service }

  private var item: JSON {
    let more: [JSON] = (service?.cpv).map { [["scheme": "CPV", "id": .text($0)]] } ?? []
    return .object(
      [
        ("id", "1"),
        ("description", .text(line.description ?? label)),
        (
          "classification",
          [
            "scheme": .text(context.scheme), "id": .text(line.service), "description": .text(label),
          ]
        ),
      ] + (more.isEmpty ? [] : [("additionalClassifications", .list(more))]))
  }

  /// Why only one supplier may be asked; nil where the source does not determine the method.
  private var directRationale: String? {
    guard verdict.supply == .exclusive, let category = verdict.category else { return nil }
    let clause = context.plan.programme.clauses.first {
      $0.topics.contains(.supply) && $0.findings.contains(.S101) && $0.categories == [category]
    }
    return clause.map { "\($0.text) (\($0.citation))" }
  }
}

extension JSON {
  /// An amount of sterling.
  static func amount(_ money: Money) -> JSON {
    ["amount": .decimal(money.plain), "currency": "GBP"]
  }
}
