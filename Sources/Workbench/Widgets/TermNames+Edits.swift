import Procurement
import Validation

/// Names in the place of identifiers in edits.
extension TermNames {
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
