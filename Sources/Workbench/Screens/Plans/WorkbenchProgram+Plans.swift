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
        taking: .newPlan(trust))
    }
    show(ChoiceMenu(.trust, known))
  }

  /// Starts a plan for a trust, or for one that is still to be named.
  func newPlan(for trust: RegisteredTrust?) -> [Effect] {
    var plan = Plan.blank(in: assessment.index.programme)
    if let trust {
      plan.header.trust.code = trust.code
      plan.header.trust.name = trust.name
      plan.header.trust.cluster = trust.cluster
      plan.header.title = "\(trust.name) plan"
    }
    let summary = Assessment(plan, against: assessment.index).summary
    return [.store(.start(plan, summary))]
  }
}

extension Plan {
  /// A plan to begin with, for a trust that is still to be named.
  public static func blank(in programme: Programme) -> Plan {
    let trust = Trust(
      code: "NEW", name: "New trust", kind: .acute, cluster: programme.clusters.first?.id ?? "")
    let year = programme.figures.compactMap(\.year).first ?? FinancialYear(start: 2004)
    let years = year.map { first in
      (0..<3).compactMap { FinancialYear(start: first.start + $0) }
    }
    return Plan(header: Plan.Header(title: "New plan", trust: trust, years: years ?? []))
  }
}
