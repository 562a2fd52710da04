import Procurement

struct FacilityMismatch: LineRule {
  let code = FindingCode.S105
  let asksFor = FactGroup.group
  let field: LineField? = .supplier
  let summary = "The group's facility is not an LSP, or the line's supplier is not that LSP."
  let reason = """
    A call-off facility is provided by an LSP, that of the trust's cluster or of another. \
    Whatever is bought through it is supplied by that LSP.
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
    facts.isCallOff && facts.group.contains(.isDeclared)
      && !facts.group.isSuperset(of: [.hasFacility, .isSuppliedByFacility])
  }

  func message(_ context: FindingContext) -> String {
    let facility = context.group?.facility ?? ""
    guard context.facts.group.contains(.hasFacility) else {
      return "\(facility.quoted), the facility of group \(context.groupID.quoted), is not an LSP; "
        + "set the group's facility to an LSP"
    }
    return "group \(context.groupID.quoted) buys from \(facility.quoted), not from "
      + "\(context.supplier.quoted); set the supplier to \(facility.quoted), "
      + "or choose another group"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let facility = context.group.map { context.assessment.index.providerID($0.facility) }
    let same =
      facility.map { [context.fix("set the supplier to \($0.quoted)", .supplier($0))] } ?? []
    return same + context.throughGroups + movingFacility(context)
  }

  private func movingFacility(_ context: FindingContext) -> [Fix] {
    let facility =
      context.facts.supplier.isLSP
      ? context.assessment.index.providerID(context.supplier) : context.lsp
    return context.changingGroup("set \(facility.quoted) as the facility of group") {
      $0.facility = facility
    }
  }
}
