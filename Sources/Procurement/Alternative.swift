import Text

/// Another offer for what a line needs, with a price of its own.
///
/// It says what is different from its line; what it leaves out is as on the line, apart from the
/// cost, which is never the line's.
public struct Alternative: Hashable, Sendable {
  /// The word by which people name it, unique among the alternatives of its line.
  public var id: String
  /// What it costs.
  public var cost: Cost
  /// What it says differently: at most one value for a field, in the order of `fields`.
  public private(set) var values: [LineValue]

  /// The fields that an alternative may have, beside its cost.
  public static let fields: [LineField] = [
    .pacs, .route, .supplier, .group, .spineConnected, .crsInteroperable, .justification, .funds,
    .notes,
  ]

  /// An alternative; values for other fields than `fields` are left out.
  public init(id: String, cost: Cost = Cost(), values: [LineValue] = []) {
    self.id = id
    self.cost = cost
    self.values = Alternative.fields.compactMap { field in values.last { $0.field == field } }
  }

  /// What it says of a field; nil where it leaves that to the line.
  public func value(of field: LineField) -> LineValue? { values.first { $0.field == field } }

  /// Puts a value in, or leaves a field to the line.
  public mutating func set(_ field: LineField, to value: LineValue?) {
    self = Alternative(
      id: id, cost: cost, values: values.filter { $0.field != field } + (value.map { [$0] } ?? []))
  }

  /// Puts a value of a line in; amounts and costs go into its own cost.
  public mutating func set(_ value: LineValue) {
    switch value {
    case .amount(let year, let kind, let money): cost[year, kind] = money
    case .cost(let new): cost = new
    default: set(value.field, to: value)
    }
  }
}

extension PlanLine {
  /// The alternative of an id; nil where the line has none.
  public func alternative(_ id: String) -> Alternative? { alternatives.first { $0.id == id } }

  /// The alternatives, with a change of the one of an id.
  public func alternatives(
    changing id: String, _ change: (inout Alternative) -> Void
  ) -> [Alternative] {
    alternatives.map { alternative in
      guard alternative.id == id else { return alternative }
      var changed = alternative
      change(&changed)
      return changed
    }
  }
}

extension PlanLine {
  /// The line as one of its alternatives has it.
  public func taking(_ alternative: Alternative) -> PlanLine {
    var line = self
    line.cost = alternative.cost
    for value in alternative.values { line.set(value) }
    return line
  }

  /// The values by which the line takes one of its alternatives, and that becomes what the line said.
  ///
  /// A field that the line left empty is empty in the alternative too, so that taking it back leads
  /// to the line as it was.
  public func values(choosing place: Int) -> [LineValue] {
    let chosen = alternatives[place]
    let new = taking(chosen)
    let fields = chosen.values.map(\.field)
    let others = alternatives.indices.filter { $0 != place }.map { alternatives[$0].id }
    var rest = alternatives(keepingWhatChangesTo: new)
    rest[place] = Alternative(
      id: offerID(besides: others), cost: cost, values: fields.map(value(of:)))
    return fields.map(new.value(of:)) + [.cost(new.cost), .alternatives(rest)]
  }

  /// The values to set where some of them may make it another offer, with another supplier, route or
  /// PACS option: then what the line says becomes an alternative, price included, and its cost is
  /// that of an alternative that is the new offer, or else unknown.
  public func values(offering values: [LineValue]) -> [LineValue] {
    let new = values.reduce(into: self) { $0.set($1) }
    guard isReplaced(by: new) else { return values }
    if let place = alternatives.firstIndex(where: { taking($0).isSameOffer(as: new) }) {
      return self.values(choosing: place)
    }
    let fields = Alternative.fields.filter { value(of: $0) != new.value(of: $0) }
    let old = Alternative(
      id: offerID(besides: alternatives.map(\.id)), cost: cost, values: fields.map(value(of:)))
    let rest = alternatives(keepingWhatChangesTo: new)
    return values + [.cost(Cost()), .alternatives(rest + [old])]
  }

  /// The alternatives, which say themselves what they left to the line in fields that are going to
  /// change: they stay the offers that they are.
  private func alternatives(keepingWhatChangesTo new: PlanLine) -> [Alternative] {
    let changed = Alternative.fields.filter { value(of: $0) != new.value(of: $0) }
    return alternatives.map { alternative in
      var kept = alternative
      for field in changed where kept.value(of: field) == nil { kept.set(value(of: field)) }
      return kept
    }
  }

  /// Whether a line names another supplier, route or option than this one does.
  private func isReplaced(by new: PlanLine) -> Bool {
    func differ<Value: Equatable>(_ old: Value?, _ new: Value?) -> Bool {
      old != nil && new != nil && old != new
    }
    return differ(namedSupplier, new.namedSupplier) || differ(route, new.route)
      || differ(pacs, new.pacs)
  }

  /// Whether a line names the same supplier, route, option and, where it buys by call-off, group.
  public func isSameOffer(as other: PlanLine) -> Bool {
    supplier?.folded == other.supplier?.folded && route == other.route && pacs == other.pacs
      && (route != .calloff || group == other.group)
  }

  /// The supplier in the form in which names are compared; nil where it is blank.
  private var namedSupplier: String? {
    supplier.flatMap { $0.isBlank ? nil : $0.folded }
  }

  /// An id for what the line says as an alternative: its supplier or route in letters and digits.
  public func offerID(besides taken: [String]) -> String {
    let words = (supplier ?? route?.rawValue ?? "").lowercased()
    let letters = words.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let parts = String(letters.prefix(40)).split(separator: "-")
    let stem = parts.isEmpty ? "offer" : parts.joined(separator: "-")
    let ids = [stem] + (2...taken.count + 2).map { "\(stem)-\($0)" }
    return ids.first { !taken.contains($0) } ?? stem
  }
}
