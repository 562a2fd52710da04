import Procurement

struct CalloffWithoutGroup: LineRule {
  let code = FindingCode.S103
  let asksFor = FactGroup.group
  let field: LineField? = .group
  let summary = "A call-off line does not name one of the plan's groups."
  let reason = """
    A trust uses a call-off facility as a member of a group of trusts, not on its own.
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
    facts.isCallOff && !facts.group.contains(.isDeclared)
  }

  func message(_ context: FindingContext) -> String {
    let named = context.line.group.map { "the plan has no group \($0.quoted)" }
    return
      "\(named ?? "a call-off needs a group"); name a group that the trust is a member of, "
      + "or buy on the open market (`open`)"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.throughGroups + [context.openly]
  }
}
