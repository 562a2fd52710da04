import Procurement

/// The trust is not a member of the group that the line is bought with.
struct NotAGroupMember: LineRule {
  let code = FindingCode.S104
  let field: LineField? = .group
  let summary = """
    The trust is not a member of the group that the line is bought with.
    """
  let reason = """
    Only the members of a group buy through its facility.
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
    facts.isCallOff && facts.group?.hasTrust == false
  }

  func message(_ scene: Scene) -> String {
    "\(scene.trust.code.quoted) is no member of group \(scene.groupID.quoted); "
      + "add it to the members, or name another group"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    scene.throughGroups + joining(scene) + [scene.openly]
  }

  private func joining(_ scene: Scene) -> [Fix] {
    scene.changingGroup("add \(scene.trust.code.quoted) to the members of group") {
      $0.members.append(scene.trust.code)
    }
  }
}
