import Procurement

struct MemberWithoutLine: PortfolioRule {
  let code = FindingCode.G103
  let summary =
    "A trust is a member of a group that another trust buys with, and has no line with it."
  let reason = """
    Trusts form a group to buy together. A member whose plan does not buy with it may have \
    forgotten to, or have left the group.
    """
  let example = Example(
    breaking: """
      groups:
        - {id: thames, name: Thames group, facility: bt, members: [RXX, RYY]}
      """,
    fixed: """
      groups:
        - {id: thames, name: Thames group, facility: bt, members: [RXX, RYY]}
      lines:
        - {id: L1, service: additional.helpdesk, route: calloff, supplier: bt, group: thames}
      """,
    other: """
      calloff: 1
      title: Another trust of the group
      trust: {code: RYY, name: Other Trust, kind: acute, cluster: london}
      years: [2004-05]
      groups:
        - {id: thames, name: Thames group, facility: bt, members: [RXX, RYY]}
      lines:
        - {id: L1, service: additional.helpdesk, route: calloff, supplier: bt, group: thames}
      """)

  /// Who buys with a group, and who is a member of it, in any plan.
  private struct Group {
    var buyers: [Int] = []
    var members: Set<StringID> = []
  }

  func findings(_ facts: PortfolioFacts) -> [PortfolioFinding] {
    let plans = facts.plans
    let plansByTrust = Dictionary(grouping: plans.indices) { plans[$0].trust }
    var order: [StringID] = []
    var groups: [StringID: Group] = [:]
    for (place, plan) in plans.enumerated() {
      for id in plan.groupsBoughtWith.sorted() {
        guard let number = plan.groups.place(of: id) else { continue }
        if groups[id] == nil { order.append(id) }
        groups[id, default: Group()].buyers.append(place)
        groups[id]?.members.formUnion(plan.groups.members[number])
      }
    }
    return order.flatMap { id -> [PortfolioFinding] in
      guard let group = groups[id] else { return [] }
      let buyers = Set(group.buyers.map { plans[$0].trust })
      let missing = group.members.subtracting(buyers).compactMap { plansByTrust[$0] }
      return missing.sorted { $0[0] < $1[0] }.map { places in
        let trust = plans[places[0]].header.trust
        let name = facts.strings.groups[id]
        let buyers = group.buyers.filter { plans[$0].trust != plans[places[0]].trust }
        return PortfolioFinding(
          code: code,
          message: "\(trust.name.quoted) (\(trust.code.quoted)) is a member of group "
            + "\(name.quoted), with which \(facts.named(buyers)) "
            + "\(buyers.count == 1 ? "buys" : "buy"), and has no line with it; add one, "
            + "or remove it from the group",
          plans: places + buyers, trust: trust.code, group: name)
      }
    }
  }
}

extension PortfolioPlan {
  /// The groups that lines are bought with.
  fileprivate var groupsBoughtWith: Set<StringID> {
    var ids: Set<StringID> = []
    lines.withMemory { memory in
      var last = StringID(0)
      for place in 0..<lines.count {
        let (group, traits) = (memory.strings.groups[place], memory.traits[place])
        guard group != last, group != 0, traits.route == .calloff, traits.need == .new else {
          continue
        }
        ids.insert(group)
        last = group
      }
    }
    return ids
  }
}
