import Procurement

struct GroupOfOne: LineRule {
  let code = FindingCode.S110
  let asksFor = FactGroup.group
  let field: LineField? = .group
  let summary = "A line is bought with a group that has fewer than two members."
  let reason = """
    A call-off facility is for groups of trusts. A group needs at least two of them.
    """
  let example = Example(
    breaking: """
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RXX]}
      lines:
        - id: L1
          service: additional.helpdesk
          route: calloff
          supplier: fujitsu
          group: thames
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    fixed: """
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RXX, RYY]}
      lines:
        - id: L1
          service: additional.helpdesk
          route: calloff
          supplier: fujitsu
          group: thames
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.isCallOff && facts.group.isSuperset(of: [.isDeclared, .hasFewerThanTwoMembers])
  }

  func message(_ context: FindingContext) -> String {
    let count = Set(context.group?.members.map(\.comparedTrustCode) ?? []).count
    let members = count == 0 ? "has no members" : "has only one member"
    return "group \(context.groupID.quoted) \(members); add the trusts that buy with yours, "
      + "or name another group"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + [context.openly]
  }
}
