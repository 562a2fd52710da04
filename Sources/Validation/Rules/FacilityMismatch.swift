import Procurement

struct FacilityMismatch: LineRule {
  let code = FindingCode.S105
  let asksFor = FactGroup.group
  let field: LineField? = .supplier
  let summary = """
    The group's facility is no LSP's, or the line names another supplier than that LSP.
    """
  let reason = """
    A call-off facility is provided by an LSP, the trust's own or another cluster's, and \
    what is bought through it is supplied by that LSP.
    """
  let example = Example(
    breaking: """
      groups:
        - {id: thames, name: Thames group, facility: fujitsu, members: [RXX, RYY]}
      lines:
        - id: L1
          service: additional.helpdesk
          route: calloff
          supplier: bt
          group: thames
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
    facts.isCallOff && facts.group.contains(.isDeclared)
      && !facts.group.isSuperset(of: [.hasFacility, .isSuppliedByFacility])
  }

  func message(_ context: FindingContext) -> String {
    let facility = context.group?.facility ?? ""
    guard context.facts.group.contains(.hasFacility) else {
      return "\(facility.quoted), the facility of group \(context.groupID.quoted), is no LSP; "
        + "set the group's facility to an LSP"
    }
    return "group \(context.groupID.quoted) buys from \(facility.quoted), not from "
      + "\(context.supplier.quoted); name \(facility.quoted) as the supplier, or another group"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let facility = context.group.map(\.facility)
    let same =
      facility.map { [context.fix("name \($0.quoted) as the supplier", .supplier($0))] } ?? []
    return same + context.throughGroups + movingFacility(context)
  }

  private func movingFacility(_ context: FindingContext) -> [Fix] {
    let facility = context.facts.supplier.isLSP ? context.supplier : context.lsp
    return context.changingGroup("set \(facility.quoted) as the facility of group") {
      $0.facility = facility
    }
  }
}
