import Procurement
import Text

struct GroupContradiction: PortfolioRule {
  let code = FindingCode.G102
  let summary = "A group has another facility, or other members, in another plan."
  let reason = """
    Trusts that buy together are one group, so all their plans should say the same of it.
    """
  let example = Example(
    breaking: """
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RXX, RYY]}
      lines:
        - {id: L1, service: additional.helpdesk, route: calloff, supplier: fujitsu, group: thames}
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

  /// What plans say of a group.
  private struct Declaration {
    let plans: [Int]
    let facility: String
    let members: Set<StringID>
  }

  func findings(_ facts: PortfolioFacts) -> [PortfolioFinding] {
    var order: [String] = []
    var declarations: [String: [Declaration]] = [:]
    for (groups, plans) in facts.distinctGroups {
      for (number, group) in groups.groups.enumerated() {
        let provider = facts.index.provider(group.facility)
        let facility = provider.map { facts.index.programme.providers[$0].id }
        let declaration = Declaration(
          plans: plans, facility: facility ?? group.facility.folded,
          members: groups.members[number])
        if declarations[group.id] == nil { order.append(group.id) }
        declarations[group.id, default: []].append(declaration)
      }
    }
    return order.compactMap { id in
      let contradictions = contradictions(declarations[id] ?? [], facts)
      guard !contradictions.isEmpty else { return nil }
      return PortfolioFinding(
        code: code,
        message: "plans disagree on group \(id.quoted): "
          + contradictions.joined(separator: "; ") + "; make them the same",
        plans: declarations[id]?.flatMap(\.plans).sorted() ?? [], group: id)
    }
  }

  /// In what declarations of one group differ.
  private func contradictions(_ all: [Declaration], _ facts: PortfolioFacts) -> [String] {
    var differences: [String] = []
    let plansByFacility = Dictionary(grouping: all, by: \.facility)
      .mapValues { $0.flatMap(\.plans).sorted() }
    if plansByFacility.count > 1 {
      let facilities = plansByFacility.sorted { $0.value[0] < $1.value[0] }.map { facility in
        "\(facility.key.quoted) in \(facts.named(facility.value))"
      }
      differences.append("facility \(facilities.joined(separator: ", "))")
    }
    return differences + differencesInMembers(all, facts)
  }

  /// Who is a member in some of the declarations of a group only, and in which.
  private func differencesInMembers(_ all: [Declaration], _ facts: PortfolioFacts) -> [String] {
    let everyone = all.reduce(into: Set()) { $0.formUnion($1.members) }
    let plansByCode = everyone.map { member in
      (
        code: facts.strings.trusts[member].quoted,
        with: all.filter { $0.members.contains(member) }.flatMap(\.plans).sorted(),
        without: all.filter { !$0.members.contains(member) }.flatMap(\.plans).sorted()
      )
    }
    let alike = Dictionary(grouping: plansByCode.filter { !$0.without.isEmpty }, by: \.with)
    return alike.values.map { $0.sorted { $0.code < $1.code } }.sorted { $0[0].code < $1[0].code }
      .map { members in
        "\(members.count == 1 ? "member" : "members") \(facts.listed(members.map(\.code))) in \(facts.named(members[0].with)) and not in "
          + facts.named(members[0].without)
      }
  }
}

extension PortfolioFacts {
  /// The groups of plans, once for plans in a row that have the same: those of a table share them.
  fileprivate var distinctGroups: [(groups: PortfolioGroups, plans: [Int])] {
    var distinct: [(groups: PortfolioGroups, plans: [Int])] = []
    for (place, plan) in plans.enumerated() where !plan.groups.groups.isEmpty {
      if let last = distinct.last, last.groups.groups == plan.groups.groups {
        distinct[distinct.count - 1].plans.append(place)
      } else {
        distinct.append((plan.groups, [place]))
      }
    }
    return distinct
  }
}
