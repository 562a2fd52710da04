import Procurement

struct NotAGroupMember: LineRule {
  let code = FindingCode.S104
  let asksFor = FactGroup.group
  let field: LineField? = .group
  let summary = "The trust is not a member of the group that the line is bought with."
  let reason = """
    Only members of a group may buy through its facility.
    """
  let example = Example(
    breaking: """
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RYY, RZZ]}
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
    facts.isCallOff && facts.group.contains(.isDeclared) && !facts.group.contains(.hasTrust)
  }

  func message(_ context: FindingContext) -> String {
    "\(context.trust.code.quoted) is not a member of group \(context.groupID.quoted); "
      + "add it to the members, or choose another group"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + joining(context) + [context.openly]
  }

  private func joining(_ context: FindingContext) -> [Fix] {
    context.changingGroup("add \(context.trust.code.quoted) to the members of group") {
      $0.members.append(context.trust.code)
    }
  }
}
