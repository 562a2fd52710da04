import Procurement

/// A field that an edit changes, with what it held and what it holds then.
struct ChangedField: Hashable, Sendable {
  /// What a field holds.
  enum Content: Hashable, Sendable {
    case text(String)
    case money(Money)

    var isWhole: Bool { if case .money(let money) = self { money.isWhole } else { true } }
  }

  let name: String
  let old: Content
  let new: Content

  init(_ name: String, _ old: Content, _ new: Content) {
    self.name = name
    self.old = old
    self.new = new
  }

  fileprivate init(_ name: String, _ old: String, _ new: String) {
    self.init(name, .text(old), .text(new))
  }

  /// Whether an amount in it has pence.
  var hasPence: Bool { !old.isWhole || !new.isWhole }
}

extension Edit {
  /// The fields that it changes; none where it adds, removes or moves something.
  var changedFields: [ChangedField] {
    let fields: [ChangedField] =
      switch self {
      case .set(line: _, from: .alternatives(let old), to: .alternatives(let new)):
        Edit.fields(old, new)
      case .set(line: _, from: .waivers(let old), to: .waivers(let new)): [Edit.field(old, new)]
      case .set(line: _, from: let old, to: let new):
        [ChangedField(FormField(of: new).title, old.content, new.content)]
      case .fund(at: _, from: let old?, to: let new?): Edit.fields(old, new)
      case .group(at: _, from: let old?, to: let new?): Edit.fields(old, new)
      case .header(from: let old, to: let new): Edit.fields(old, new)
      case .fund, .group, .insert, .remove, .move: []
      }
    return fields.filter { $0.old != $0.new }
  }

  private static func fields(_ old: Fund, _ new: Fund) -> [ChangedField] {
    let years = Set(old.available.keys).union(new.available.keys).sorted()
    return [
      ChangedField("id", old.id, new.id), ChangedField("name", old.name, new.name),
      ChangedField("pays", old.pays.rawValue, new.pays.rawValue),
      ChangedField("certainty", old.certainty.rawValue, new.certainty.rawValue),
    ]
      + years.map { year in
        ChangedField(
          year.description, .money(old.available[year] ?? .zero),
          .money(new.available[year] ?? .zero))
      }
  }

  private static func fields(_ old: BuyingGroup, _ new: BuyingGroup) -> [ChangedField] {
    [
      ChangedField("id", old.id, new.id), ChangedField("name", old.name, new.name),
      ChangedField("facility", old.facility, new.facility),
      ChangedField(
        "members", old.members.joined(separator: " "), new.members.joined(separator: " ")),
    ]
  }

  private static func fields(_ old: Plan.Header, _ new: Plan.Header) -> [ChangedField] {
    [
      ChangedField("title", old.title, new.title),
      ChangedField("trust", old.trust.code, new.trust.code),
      ChangedField("name", old.trust.name, new.trust.name),
      ChangedField("kind", old.trust.kind.rawValue, new.trust.kind.rawValue),
      ChangedField("cluster", old.trust.cluster, new.trust.cluster),
      ChangedField(
        "years", old.years.map(\.description).joined(separator: " "),
        new.years.map(\.description).joined(separator: " ")),
      ChangedField("as of", old.asOf?.description ?? "", new.asOf?.description ?? ""),
      field(old.waivers, new.waivers),
    ]
  }

  /// The codes of waivers, with their reasons where only these differ.
  private static func field(_ old: [Waiver], _ new: [Waiver]) -> ChangedField {
    func text(_ waivers: [Waiver], withReasons: Bool) -> String {
      waivers.map { withReasons ? "\($0.code.rawValue) (\($0.reason))" : $0.code.rawValue }
        .joined(separator: ", ")
    }
    let isSame = old.map(\.code) == new.map(\.code)
    return ChangedField(
      LineField.waivers.title, text(old, withReasons: isSame), text(new, withReasons: isSame))
  }

  /// The ids of alternatives where these differ, and what differs in those that are kept.
  private static func fields(_ old: [Alternative], _ new: [Alternative]) -> [ChangedField] {
    let change = LineChange(from: .alternatives(old), to: .alternatives(new))
    let ids = [old, new].map { CodeKind.list($0.map(\.id)) }
    return [ChangedField(LineField.alternatives.title, ids[0], ids[1])]
      + change.alternativeChanges.map { part in
        let title = (part.to ?? part.from).map { FormField(of: $0).title } ?? ""
        let contents = [part.from, part.to].map { $0?.content ?? .text("as on the line") }
        return ChangedField("alternative \(part.id) \(title)", contents[0], contents[1])
      }
  }
}

extension LineValue {
  /// What the field of the value holds.
  fileprivate var content: ChangedField.Content {
    switch self {
    case .amount(_, _, let money): .money(money)
    case .cost(let cost): .money(cost.total)
    default: .text(PlanLine(id: "", service: "").setting(self).text(of: FormField(of: self)))
    }
  }
}
