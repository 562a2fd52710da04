public import Procurement
import Stores
import Validation

extension WorkbenchProgram {
  /// Asks for the trusts that a new plan may be for.
  func addPlan() -> [Effect] { [.store(.trusts)] }

  /// Opens a plan of the list; one that is open already is only shown.
  mutating func open(_ entry: PlanEntry) -> [Effect] {
    if isPlanOpen, entry.number == journal?.plan {
      go(to: .lines)
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
    let described = describedPlan
    let known = trusts.filter { $0.closed == nil }.map { trust in
      Choice(
        word: trust.code, title: "\(trust.code) \(trust.name)",
        remark: assessment.names.cluster(trust.cluster),
        taking: .newPlan(described.naming(trust)))
    }
    show(ChoiceMenu(.trust, known))
  }

  /// What a new document assumes of its trust, and where that is changed.
  func assumption(in plan: Plan) -> String {
    let trust = plan.header.trust
    let cluster = assessment.index.programme.cluster(trust.cluster)?.name ?? trust.cluster
    return "assumed to be for an \(trust.kind.rawValue) trust in \(cluster): "
      + "\(mention(.showTrust, in: .plan)) changes that, and names it"
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
