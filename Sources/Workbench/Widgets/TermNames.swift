import Procurement
import Text
import Validation

/// What people call what plans name by identifiers: BT, London, Theatres and critical care.
///
/// Screens and messages show these names. An identifier is shown where it is typed.
struct TermNames {
  private let programme: Programme
  private let plan: Plan

  init(_ programme: Programme, _ plan: Plan) {
    self.programme = programme
    self.plan = plan
  }

  /// The name of a supplier; any other than a provider of the programme is called as it is written.
  func supplier(_ id: String) -> String { programme.provider(id)?.name ?? id }

  func cluster(_ id: String) -> String { programme.cluster(id)?.name ?? id }

  func service(_ id: String) -> String {
    programme.services.first { $0.id == id }?.short ?? id
  }

  func fund(_ id: String) -> String {
    plan.funds.first { $0.id == id }.map(\.shownName) ?? id
  }

  func group(_ id: String) -> String {
    plan.groups.first { $0.id == id }.map(\.shownName) ?? id
  }

  func funds(_ ids: [String]) -> String { ids.map(fund).joined(separator: ", ") }

  // MARK: Sentences

  /// A sentence of the rules with names in the place of the identifiers that it quotes.
  func sentence(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return text }
    var words = ""
    for (place, part) in parts.enumerated() {
      // Every second part is quoted, unless the last quotation does not end.
      let isQuoted = place % 2 == 1 && place < parts.count - 1
      guard isQuoted else {
        words += (place % 2 == 1 ? "`" : "") + part
        continue
      }
      words += name(ofQuoted: String(part)) ?? "`\(part)`"
    }
    return words
  }

  /// The name of an identifier that a sentence quotes; nil where it names nothing that has one.
  private func name(ofQuoted id: String) -> String? {
    if let provider = programme.provider(id) { return provider.name }
    if let cluster = programme.cluster(id) { return cluster.name }
    if let service = programme.services.first(where: { $0.id == id }) { return service.short }
    if let fund = plan.funds.first(where: { $0.id == id }) { return fund.shownName }
    if let group = plan.groups.first(where: { $0.id == id }) { return group.shownName }
    let trust = plan.header.trust
    if id == trust.code, !trust.name.trimmed.isEmpty { return trust.name }
    if let field = LineField(rawValue: id), field.title != id { return "`\(field.title)`" }
    return id == Route.calloff.rawValue ? "`\(Route.calloff.name)`" : nil
  }

  // MARK: Edits

  /// An edit with names in the place of identifiers, to be said and not to be carried out.
  func named(_ edit: Edit) -> Edit {
    switch edit {
    case .set(line: let line, from: let old, to: let new):
      return .set(line: line, from: named(old), to: named(new))
    case .insert(let line, at: let place): return .insert(named(line), at: place)
    case .remove(let line, at: let place): return .remove(named(line), at: place)
    case .fund(at: let place, from: let old, to: let new):
      guard old == nil || new == nil || (old?.id == new?.id && old?.name == new?.name) else {
        return edit
      }
      return .fund(at: place, from: old.map(named), to: new.map(named))
    case .group(at: let place, from: let old, to: let new):
      guard old == nil || new == nil || (old?.id == new?.id && old?.name == new?.name) else {
        return .group(at: place, from: old.map(naming), to: new.map(naming))
      }
      return .group(at: place, from: old.map(named), to: new.map(named))
    case .header(from: var old, to: var new):
      old.trust.cluster = cluster(old.trust.cluster)
      new.trust.cluster = cluster(new.trust.cluster)
      return .header(from: old, to: new)
    case .move: return edit
    }
  }

  private func named(_ value: LineValue) -> LineValue {
    switch value {
    case .supplier(let id): .supplier(id.map(supplier))
    case .service(let id): .service(service(id))
    case .group(let id): .group(id.map(group))
    case .funds(let ids): .funds(ids.map(fund))
    default: value
    }
  }

  private func named(_ line: PlanLine) -> PlanLine {
    var line = line
    line.service = service(line.service)
    return line
  }

  private func named(_ fund: Fund) -> Fund {
    var fund = fund
    fund.id = fund.shownName
    return fund
  }

  private func named(_ group: BuyingGroup) -> BuyingGroup {
    var group = naming(group)
    group.id = group.shownName
    return group
  }

  /// A group that keeps its id, with the name of its facility.
  private func naming(_ group: BuyingGroup) -> BuyingGroup {
    var group = group
    group.facility = supplier(group.facility)
    return group
  }
}

extension Assessment {
  /// What people call what the plan names by identifiers.
  var names: TermNames { TermNames(index.programme, plan) }
}

extension Fund {
  /// Its name; its id where it has none.
  var shownName: String { name.trimmed.isEmpty ? id : name }
}

extension BuyingGroup {
  /// Its name; its id where it has none.
  var shownName: String { name.trimmed.isEmpty ? id : name }
}

extension Route {
  /// What people call it, in a word.
  var name: String { self == .calloff ? "call-off" : rawValue }
}
