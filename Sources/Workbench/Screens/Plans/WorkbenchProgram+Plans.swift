public import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Asks for the trusts that a new plan may be for.
  func addPlan() -> [Effect] { [.store(.trusts)] }

  /// Opens the focused plan; one that is open already is only shown.
  mutating func openPlan() -> [Effect] {
    guard let entry = directory.entry else { return [] }
    if isPlanOpen, entry.number == journal?.plan {
      screen = .lines
      reveal()
      return []
    }
    if let reason = reasonNotToLeave {
      message = Message(text: reason, isError: true)
      return []
    }
    return [.store(.open(entry.number))]
  }

  /// Offers the trusts of the register that are open, or of which a name or code is typed.
  mutating func offer(_ trusts: [RegisteredTrust]) {
    let known = trusts.filter { $0.closed == nil }.map { trust in
      Choice(
        word: trust.code, title: "\(trust.code) \(trust.name)", remark: trust.cluster,
        taking: .newPlan(.registered(trust)))
    }
    show(ChoiceMenu(.trust, known))
  }

  /// Starts a plan for a trust, and says what it assumes of it.
  mutating func newPlan(for trust: NewPlanTrust) -> [Effect] {
    var plan = Plan.blank(in: assessment.index.programme)
    switch trust {
    case .unnamed: break
    case .registered(let trust), .unregistered(let trust):
      plan.header.trust.code = trust.code
      plan.header.trust.name = trust.name
      plan.header.trust.cluster = trust.cluster
      if trust.name != Placeholder.trustName { plan.header.title = "\(trust.name) plan" }
    }
    message = Message(text: "plan started; \(assumption(about: trust, in: plan))")
    let summary = Assessment(plan, against: assessment.index).summary
    return [.store(.start(plan, summary))]
  }
}

/// The trust that a new plan is for.
enum NewPlanTrust: Hashable, Sendable {
  /// A trust of the register, which says all but of which kind it is.
  case registered(RegisteredTrust)
  /// A trust of which only the code or the name was typed.
  case unregistered(RegisteredTrust)
  /// A trust that is still to be named.
  case unnamed
}

extension WorkbenchProgram {
  /// What a new plan assumes of its trust, and where that is changed.
  func assumption(about trust: NewPlanTrust, in plan: Plan) -> String {
    let new = plan.header.trust
    let cluster = assessment.index.programme.cluster(new.cluster)?.name ?? new.cluster
    let change = "\(mention(.showTrust, in: .plan)) changes"
    return switch trust {
    case .registered:
      "assumed to be an \(new.kind.rawValue) trust: \(change) that"
    case .unregistered(let typed):
      "\(typed.code == Placeholder.trustCode ? typed.name : typed.code) is not in the register; "
        + "assumed to be an \(new.kind.rawValue) trust in \(cluster): \(change) that"
    case .unnamed:
      "assumed to be for an \(new.kind.rawValue) trust in \(cluster): \(change) that, and names it"
    }
  }
}

extension Plan {
  /// A plan to begin with, for a trust that is still to be named.
  public static func blank(in programme: Programme) -> Plan {
    let trust = Trust(
      code: Placeholder.trustCode, name: Placeholder.trustName, kind: .acute,
      cluster: programme.clusters.first?.id ?? "")
    let year = programme.figures.compactMap(\.year).first ?? FinancialYear(start: 2004)
    let years = year.map { first in
      (0..<3).compactMap { FinancialYear(start: first.start + $0) }
    }
    return Plan(header: Plan.Header(title: Placeholder.title, trust: trust, years: years ?? []))
  }
}
