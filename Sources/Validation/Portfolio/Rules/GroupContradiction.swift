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

  /// What a plan says of a group.
  private struct Version: Hashable {
    let facility: String
    let members: Set<StringID>
  }

  func findings(_ assessment: PortfolioAssessment) -> [PortfolioFinding] {
    var order: [String] = []
    var versions: [String: [(plan: Int, version: Version)]] = [:]
    for (place, judged) in assessment.plans.enumerated() {
      let groups = judged.plan.groups
      for (number, group) in groups.groups.enumerated() {
        let provider = assessment.index.provider(group.facility)
        let facility = provider.map { assessment.index.programme.providers[$0].id }
        let version = Version(
          facility: facility ?? group.facility.folded, members: groups.members[number])
        if versions[group.id] == nil { order.append(group.id) }
        versions[group.id, default: []].append((place, version))
      }
    }
    return order.compactMap { id in finding(id, versions[id] ?? [], assessment) }
  }

  private func finding(
    _ id: String, _ versions: [(plan: Int, version: Version)], _ assessment: PortfolioAssessment
  ) -> PortfolioFinding? {
    guard let first = versions.first, versions.contains(where: { $0.version != first.version })
    else { return nil }
    let facilities = Set(versions.map(\.version.facility)).sorted()
    let differs =
      facilities.count > 1
      ? "the facility of \(facilities.map(\.quoted).joined(separator: " or "))" : "other members"
    let plans = versions.map(\.plan)
    let sources = plans.map { assessment.source(ofPlan: $0).quoted }.joined(separator: ", ")
    return PortfolioFinding(
      code: code,
      message: "group \(id.quoted) has \(differs) in different plans: \(sources); "
        + "make them say the same",
      plans: plans)
  }
}
