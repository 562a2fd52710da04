import Procurement

struct CalloffWithoutGroup: LineRule {
  let code = FindingCode.S103
  let asksFor = FactGroup.group
  let field: LineField? = .group
  let summary = "A line is bought by call-off without a group that the plan declares."
  let reason = """
    A trust uses a call-off facility as the member of a group of trusts, not by itself.
    """
  let example = Example(
    breaking: """
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RXX, RYY]}
      lines:
        - id: L1
          service: additional.helpdesk
          route: calloff
          supplier: fujitsu
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    mended: """
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
    facts.isCallOff && !facts.group.contains(.isDeclared)
  }

  func message(_ context: FindingContext) -> String {
    let named = context.line.group.map { "the plan declares no group \($0.quoted)" }
    return
      "\(named ?? "route `calloff` needs a group"); name a group that the trust is a member of, "
      + "or buy by route `open`"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + [context.openly]
  }
}
