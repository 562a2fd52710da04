import Procurement

extension Edit {
  /// What it changes, in words: `L3 supplier: BT → CSC`.
  var words: String {
    switch self {
    case .set(line: let id, from: let old, to: let new):
      "\(id) \(FormField(of: new).title): \(text(of: old)) → \(text(of: new))"
    case .insert(let line, at: let place): "+ \(line.id) \(line.service), as line \(place + 1)"
    case .remove(let line, at: let place): "- \(line.id) \(line.service), was line \(place + 1)"
    case .move(line: let id, from: let old, to: let new):
      "\(id) moved from \(old + 1) to \(new + 1)"
    case .fund(at: _, from: let old, to: let new):
      words(of: "fund", old?.id, new?.id, old.flatMap { old in new.map { changes(old, $0) } })
    case .group(at: _, from: let old, to: let new):
      words(of: "group", old?.id, new?.id, old.flatMap { old in new.map { changes(old, $0) } })
    case .header(from: let old, to: let new): changes(old, new)
    }
  }

  private func text(of value: LineValue) -> String {
    if case .waivers(let waivers) = value {
      return waivers.isEmpty ? "none" : waivers.map(\.code.rawValue).joined(separator: ", ")
    }
    let text = PlanLine(id: "", service: "").setting(value).text(of: FormField(of: value))
    return text.isEmpty ? "none" : text
  }

  private func words(of noun: String, _ old: String?, _ new: String?, _ change: String?) -> String {
    switch (old, new) {
    case (nil, let new?): "+ \(noun) \(new)"
    case (let old?, nil): "- \(noun) \(old)"
    case (let old?, _): "\(noun) \(old): \(change ?? "")"
    case (nil, nil): noun
    }
  }

  private func changes(_ old: Fund, _ new: Fund) -> String {
    let years = Set(old.available.keys).union(new.available.keys).sorted()
    let amounts = years.compactMap { year in
      change(
        year.description, (old.available[year] ?? .zero).grouped,
        (new.available[year] ?? .zero).grouped)
    }
    return list(
      [
        change("id", old.id, new.id), change("name", old.name, new.name),
        change("pays", old.pays.rawValue, new.pays.rawValue),
      ] + amounts)
  }

  private func changes(_ old: BuyingGroup, _ new: BuyingGroup) -> String {
    list([
      change("id", old.id, new.id), change("name", old.name, new.name),
      change("facility", old.facility, new.facility),
      change("members", old.members.joined(separator: " "), new.members.joined(separator: " ")),
    ])
  }

  private func changes(_ old: Plan.Header, _ new: Plan.Header) -> String {
    list([
      change("title", old.title, new.title), change("trust", old.trust.code, new.trust.code),
      change("name", old.trust.name, new.trust.name),
      change("kind", old.trust.kind.rawValue, new.trust.kind.rawValue),
      change("cluster", old.trust.cluster, new.trust.cluster),
      change(
        "years", old.years.map(\.description).joined(separator: " "),
        new.years.map(\.description).joined(separator: " ")),
    ])
  }

  private func change(_ name: String, _ old: String, _ new: String) -> String? {
    old == new ? nil : "\(name): \(old.isEmpty ? "none" : old) → \(new.isEmpty ? "none" : new)"
  }

  private func list(_ changes: [String?]) -> String {
    changes.compactMap { $0 }.joined(separator: "; ")
  }
}
