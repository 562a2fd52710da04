import Procurement
import Stores

/// One field of what a plan says outside its lines: of a fund, a group, or the plan itself.
enum Property: Hashable, Sendable {
  case fundID(Int)
  case fundName(Int)
  case fundPays(Int)
  case fundCertainty(Int)
  case available(Int, FinancialYear)
  case groupID(Int)
  case groupName(Int)
  case facility(Int)
  case members(Int)
  case title
  case trustCode
  case trustName
  case trustKind
  case trustCluster
  case years
  /// The day that the draft speaks for.
  case asOf

  /// The name by which drafts know it among those of its fund, group or plan, whatever its title
  /// is.
  var fieldName: String {
    switch self {
    case .fundID, .groupID: "id"
    case .fundName, .groupName: "name"
    case .fundPays: "pays"
    case .fundCertainty: "certainty"
    case .available(_, let year): "available \(year)"
    case .facility: "facility"
    case .members: "members"
    case .title: "title"
    case .trustCode: "trust"
    case .trustName: "trust name"
    case .trustKind: "trust kind"
    case .trustCluster: "cluster"
    case .years: "years"
    case .asOf: "as of"
    }
  }

  /// What a step that changes it is called: `available 2004-05 of fund capital`.
  func stepTitle(in plan: Plan) -> String {
    switch subject(in: plan) {
    case .line(let id): "\(fieldName) of \(id)"
    case .fund(let id): "\(fieldName) of fund \(id)"
    case .group(let id): "\(fieldName) of group \(id)"
    case .plan: "\(fieldName) of the plan"
    }
  }

  /// What a draft of it belongs to.
  func subject(in plan: Plan) -> Draft.Subject {
    switch self {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .fundCertainty(let fund),
      .available(let fund, _):
      .fund(plan.funds[fund].id)
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      .group(plan.groups[group].id)
    case .title, .trustCode, .trustName, .trustKind, .trustCluster, .years, .asOf: .plan
    }
  }

  /// Whether a draft is for it.
  func isField(of draft: Draft, in plan: Plan) -> Bool {
    fieldName == draft.field && subject(in: plan) == draft.subject
  }

  /// The field's title on the screen.
  var title: String {
    switch self {
    case .fundID: "fund"
    case .groupID: "group"
    case .fundName, .groupName, .trustName: "name"
    case .fundPays: "pays"
    case .fundCertainty: "certainty"
    case .available(_, let year): year.description
    case .facility: "facility of"
    case .members: "members"
    case .title: "title"
    case .trustCode: "trust"
    case .trustKind: "kind"
    case .trustCluster: "cluster"
    case .years: "years"
    case .asOf: "as of"
    }
  }

  /// Whether it begins a record, so that what follows belongs to it.
  var isHead: Bool {
    switch self {
    case .fundID, .groupID: true
    default: false
    }
  }

  /// Whether it belongs to a fund or a group.
  var isOfRecord: Bool {
    switch self {
    case .title, .trustCode, .trustName, .trustKind, .trustCluster, .years, .asOf: false
    default: true
    }
  }

  /// The id of the fund or group that it belongs to; the word `plan` for what belongs to none.
  func record(in plan: Plan) -> String {
    switch self {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .fundCertainty(let fund),
      .available(let fund, _):
      plan.funds[fund].id
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      plan.groups[group].id
    case .title, .trustCode, .trustName, .trustKind, .trustCluster, .years, .asOf: "plan"
    }
  }

  /// What it holds, in words.
  func text(in plan: Plan) -> String {
    switch self {
    case .fundID(let fund): plan.funds[fund].id
    case .fundName(let fund): plan.funds[fund].name
    case .fundPays(let fund): plan.funds[fund].pays.rawValue
    case .fundCertainty(let fund): plan.funds[fund].certainty.rawValue
    case .available(let fund, let year):
      AmountText.text(plan.funds[fund].available[year] ?? .zero)
    case .groupID(let group): plan.groups[group].id
    case .groupName(let group): plan.groups[group].name
    case .facility(let group): plan.groups[group].facility
    case .members(let group): CodeKind.list(plan.groups[group].members)
    case .title: plan.header.title
    case .trustCode: plan.header.trust.code
    case .trustName: plan.header.trust.name
    case .trustKind: plan.header.trust.kind.rawValue
    case .trustCluster: plan.header.trust.cluster
    case .years: plan.header.years.map(\.description).joined(separator: ", ")
    case .asOf: plan.header.asOf?.description ?? ""
    }
  }
}
