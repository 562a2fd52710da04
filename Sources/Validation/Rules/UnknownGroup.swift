import Procurement

struct UnknownGroup: LineRule {
  let code = FindingCode.S111
  let asksFor = FactGroup.group
  let field: LineField? = .group
  let summary =
    "A line that is not bought by call-off names a group that the plan does not declare."
  let reason = """
    A group matters on route `calloff` only. A name that the plan does not declare is probably a \
    slip, or left over from another route.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.helpdesk
          route: open
          supplier: Acme Support
          group: thames
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.helpdesk
          route: open
          supplier: Acme Support
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.hasNoUseForGroup && facts.group.contains(.isNamed)
      && !facts.group.contains(.isDeclared)
  }

  func message(_ context: FindingContext) -> String {
    "the plan declares no group \(context.groupID.quoted); remove it from the line, "
      + "or declare it under `groups`"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.fix("remove the group from the line", .group(nil))]
  }
}
