import Procurement
import Validation

extension ScreenName {
  static let groups = ScreenName("groups")
}

/// The plan's buying groups.
struct GroupsScreen: PropertyScreen {
  static let name = ScreenName.groups
  let title = "buying groups"
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showGroups, "buying groups", "5", "Groups", "Grp")

  func properties(of plan: Plan) -> [Property] {
    plan.groups.indices.flatMap { group in
      [.groupID(group), .groupName(group), .facility(group), .members(group)]
    }
  }

  func newRecord(in program: WorkbenchProgram) -> NewRecord? {
    let (groups, trust) = (program.plan.groups, program.plan.header.trust)
    let lsp = program.assessment.index.programme.cluster(trust.cluster)?.lsp ?? ""
    let group = BuyingGroup(
      id: Placeholder.id("group", among: groups.map(\.id)), name: Placeholder.groupName,
      facility: lsp, members: [trust.code])
    return NewRecord(
      title: "adding group \(group.id)", edit: .group(at: groups.count, from: nil, to: group))
  }
}
