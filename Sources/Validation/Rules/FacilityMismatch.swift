import Procurement

/// The group's facility is no LSP's, or the line names another supplier than that LSP.
struct FacilityMismatch: LineRule {
  let code = FindingCode.S105
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

  func stands(on facts: LineFacts) -> Bool {
    facts.isCallOff && facts.group.map { !$0.hasFacility || !$0.isSuppliedByFacility } ?? false
  }

  func message(_ scene: Scene) -> String {
    let facility = scene.group?.facility ?? ""
    guard scene.facts.group?.hasFacility == true else {
      return "\(facility.quoted), the facility of group \(scene.groupID.quoted), is no LSP; "
        + "set the group's facility to an LSP"
    }
    return "group \(scene.groupID.quoted) buys from \(facility.quoted), not from "
      + "\(scene.supplier.quoted); name \(facility.quoted) as the supplier, or another group"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    let facility = scene.group.map(\.facility)
    let same =
      facility.map { [scene.fix("name \($0.quoted) as the supplier", .supplier($0))] } ?? []
    return same + scene.throughGroups + movingFacility(scene)
  }

  private func movingFacility(_ scene: Scene) -> [Fix] {
    let facility =
      scene.line.supplier.flatMap(scene.assessment.index.provider) == nil
      ? scene.lsp : scene.supplier
    return scene.changingGroup("set \(facility.quoted) as the facility of group") {
      $0.facility = facility
    }
  }
}
