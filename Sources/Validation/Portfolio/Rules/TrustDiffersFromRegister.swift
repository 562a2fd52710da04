import Procurement

struct TrustDiffersFromRegister: PortfolioRule {
  let code = FindingCode.G104
  let summary = "The plan's trust is not as the register of trusts has it."
  let reason = """
    A portfolio finds plans by the code of their trust, and the cluster decides which supplier has \
    exclusive rights. `calloff trusts import` reads a register; nothing is compared without one.
    """
  let example = Example(
    breaking: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
      """,
    fixed: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
      """,
    registered: [
      RegisteredTrust(code: "RXX", name: "SAMPLE ACUTE NHS TRUST", cluster: "southern")
    ])

  func findings(_ facts: PortfolioFacts) -> [PortfolioFinding] {
    guard let register = facts.register else { return [] }
    return facts.plans.enumerated().compactMap { place, plan in
      let trust = plan.header.trust
      return message(trust, in: plan, register, facts).map { message in
        PortfolioFinding(code: code, message: message, plans: [place], trust: trust.code)
      }
    }
  }

  private func message(
    _ trust: Trust, in plan: PortfolioPlan, _ register: TrustRegister, _ facts: PortfolioFacts
  ) -> String? {
    guard let registered = register[trust.code] else {
      // A register of NHS trusts says nothing about primary care trusts.
      guard register.hasTrusts(like: trust.code) else { return nil }
      return "the register has no trust \(trust.code.quoted) (\(trust.name.quoted)); correct the "
        + "code, or add the trust by `calloff trusts import --overrides`"
    }
    var differences = differences(trust, registered, facts.index.programme)
    // A trust that closes later may have plans until then.
    if let closed = registered.closed, let year = plan.coveredYears.min(),
      let start = CalendarDate(year: year.start, month: 4, day: 1), closed < start
    {
      differences.append("as closed on \(closed)")
    }
    guard !differences.isEmpty else { return nil }
    return "the register has \(trust.code.quoted) " + differences.joined(separator: ", and ")
      + "; correct the plan's trust, or the register by `calloff trusts import --overrides`"
  }

  private func differences(
    _ trust: Trust, _ registered: RegisteredTrust, _ programme: Programme
  ) -> [String] {
    func cluster(_ id: String) -> String {
      programme.clusters.first { $0.id == id }?.name ?? id
    }
    var differences: [String] = []
    if !registered.isCalled(trust.name) {
      differences.append("as \(registered.name.quoted), not \(trust.name.quoted)")
    }
    if registered.cluster != trust.cluster {
      differences.append("in \(cluster(registered.cluster)), not \(cluster(trust.cluster))")
    }
    if let kind = registered.kind, kind != trust.kind {
      differences.append("as a \(kind.rawValue) trust, not \(trust.kind.rawValue)")
    }
    return differences
  }
}
