import Procurement
import Validation

/// Describes differences, with the programme's names for ids.
struct DiffWords {
  private let programme: Programme
  /// The services by id, because every line that differs needs one.
  private let services: [String: Service]

  init(_ programme: Programme) {
    self.programme = programme
    services = Dictionary(
      programme.services.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// The entry for a line.
  func entry(for difference: Difference<PlanLine>) -> DiffEntry {
    DiffEntry(
      difference, id: \.id, title: title, money: \.cost.total,
      fields: { $0.changes(to: $1).map(change) })
  }

  /// The name of what a line buys: its description if its service is not listed.
  private func title(of line: PlanLine) -> String {
    guard let service = services[line.service] else { return line.description ?? line.service }
    let isUnlisted = programme.categories[service.category].isUnlisted
    return isUnlisted ? line.description ?? service.label : service.label
  }

  private func change(of line: LineChange) -> FieldChange {
    var change = FieldChange(
      field: line.to.field.rawValue, from: value(line.from), to: value(line.to))
    if case .amount(let year, let kind, _) = line.to { (change.year, change.kind) = (year, kind) }
    change.parts = line.alternativeChanges.map(self.change)
    return change
  }

  private func change(of alternative: AlternativeChange) -> FieldChange {
    let field =
      switch alternative.to ?? alternative.from {
      case .amount(let year, let kind, _)?: "\(kind.rawValue) \(year)"
      case let value: value?.field.rawValue ?? ""
      }
    return FieldChange(
      field: "alternative \(alternative.id), \(field)",
      from: alternative.from.map(value) ?? .asOnLine, to: alternative.to.map(value) ?? .asOnLine)
  }

  private func words(for alternative: Alternative) -> AlternativeWords {
    AlternativeWords(
      id: alternative.id,
      fields: alternative.values.map { .init(name: $0.field.rawValue, value: value($0)) },
      cost: alternative.cost.total)
  }

  private func value(_ value: LineValue) -> FieldValue {
    switch value {
    case .id(let id): .text(id)
    case .service(let id): .named(id: id, services[id]?.label ?? id)
    case .pacs(let option): .optional(option?.rawValue)
    case .need(let need): .text(need.rawValue)
    case .route(let route): .optional(route?.rawValue)
    case .supplier(let id): id.map(provider) ?? .none
    case .group(let id): .optional(id)
    case .spineConnected(let flag), .crsInteroperable(let flag):
      flag.map(FieldValue.flag) ?? .none
    case .justification(let text), .description(let text), .notes(let text): .optional(text)
    case .amount(_, _, let money): .money(money)
    case .cost(let cost): .money(cost.total)
    case .funds(let ids): .list(ids)
    case .waivers(let waivers): .waivers(waivers)
    case .alternatives(let alternatives): .alternatives(alternatives.map(words))
    }
  }

  private func provider(_ id: String) -> FieldValue {
    .named(id: id, programme.provider(id)?.name ?? id)
  }
}

// MARK: Header, funds and groups

extension DiffWords {
  /// The differences in the plan's details.
  func changes(from old: Plan.Header, to new: Plan.Header) -> [FieldChange] {
    func cluster(_ header: Plan.Header) -> FieldValue {
      let id = header.trust.cluster
      return .named(id: id, programme.cluster(id)?.name ?? id)
    }
    return [
      .between("title", .text(old.title), .text(new.title)),
      .between("trust.code", .text(old.trust.code), .text(new.trust.code)),
      .between("trust.name", .text(old.trust.name), .text(new.trust.name)),
      .between("trust.kind", .text(old.trust.kind.rawValue), .text(new.trust.kind.rawValue)),
      .between("trust.cluster", cluster(old), cluster(new)),
      .between(
        "years", .list(old.years.map(\.description)), .list(new.years.map(\.description))),
      .between("as_of", .optional(old.asOf?.description), .optional(new.asOf?.description)),
      .between("waivers", .waivers(old.waivers), .waivers(new.waivers)),
    ].compactMap(\.self)
  }

  /// The entry for a fund.
  func entry(for difference: Difference<Fund>) -> DiffEntry {
    DiffEntry(
      difference, id: \.id, title: \.name,
      money: { $0.available.values.reduce(into: .zero) { $0 += $1 } },
      fields: { old, new in
        let years = Set(old.available.keys).union(new.available.keys).sorted()
        let available = years.compactMap { year -> FieldChange? in
          let (from, to) = (old.available[year] ?? .zero, new.available[year] ?? .zero)
          if from == to { return nil }
          return FieldChange(field: "available", year: year, from: .money(from), to: .money(to))
        }
        return [
          .between("name", .text(old.name), .text(new.name)),
          .between("pays", .text(old.pays.rawValue), .text(new.pays.rawValue)),
          .between("certainty", .text(old.certainty.rawValue), .text(new.certainty.rawValue)),
        ].compactMap(\.self) + available
      })
  }

  /// The entry for a group.
  func entry(for difference: Difference<BuyingGroup>) -> DiffEntry {
    DiffEntry(
      difference, id: \.id, title: \.name, money: { _ in nil },
      fields: { old, new in
        [
          .between("name", .text(old.name), .text(new.name)),
          .between("facility", provider(old.facility), provider(new.facility)),
          .between("members", .list(old.members), .list(new.members)),
        ].compactMap(\.self)
      })
  }
}
