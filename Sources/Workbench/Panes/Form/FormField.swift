import Procurement

/// A place in the form of a line.
indirect enum FormField: Hashable, Sendable {
  case value(LineField)
  case amount(FinancialYear, CostKind)
  /// A field of the alternative of an id.
  case alternative(String, FormField)

  /// The field, whether it is the line's own or an alternative's.
  var base: FormField {
    if case .alternative(_, let field) = self { field } else { self }
  }

  /// The id of the alternative to which it belongs; nil for a field of the line.
  var alternative: String? {
    if case .alternative(let id, _) = self { id } else { nil }
  }

  /// Whether it holds an amount.
  var isAmount: Bool {
    if case .amount = base { true } else { false }
  }

  /// Whether what is typed shows its effect at every key; the id of an alternative only when it is
  /// taken, because that is how the form knows it.
  var isLive: Bool { alternative == nil || base != .value(.id) }

  /// The field of a value.
  init(of value: LineValue) {
    if case .amount(let year, let kind, _) = value {
      self = .amount(year, kind)
    } else {
      self = .value(value.field)
    }
  }

  /// How a field is edited.
  enum Manner: Sendable {
    /// From a list of choices.
    case choose
    /// From a list of which several can be taken.
    case chooseSeveral
    /// By typing.
    case type
    /// One by one, from a list of what it holds.
    case list
  }

  var manner: Manner {
    switch self {
    case .amount: .type
    case .alternative(_, let field): field.manner
    case .value(.alternatives): .list
    case .value(let field):
      switch field {
      case .service, .pacs, .need, .route, .supplier, .group, .spineConnected, .crsInteroperable:
        .choose
      case .funds: .chooseSeveral
      case .id, .justification, .description, .notes, .cost, .waivers, .alternatives: .type
      }
    }
  }

  /// The name by which drafts know it, whatever its title is.
  var name: String {
    switch self {
    case .amount(let year, let kind): "\(kind.rawValue) \(year)"
    case .value(let field): field.rawValue
    case .alternative(let id, let field): "alternative \(id) \(field.name)"
    }
  }

  /// The field's title on the screen.
  var title: String {
    switch self {
    case .amount(let year, let kind): "\(kind.rawValue) \(year)"
    case .value(let field): field.title
    case .alternative(let id, let field): "alternative \(id) \(field.title)"
    }
  }
}

extension PlanLine {
  /// What a field holds, in words; empty where it holds nothing.
  func text(of field: FormField) -> String {
    switch field {
    case .amount(let year, let kind): AmountText.text(cost[year, kind])
    case .value(let field): text(of: field)
    case .alternative(let id, let field): alternative(id)?.text(of: field) ?? ""
    }
  }

  private func text(of field: LineField) -> String {
    switch field {
    case .id: id
    case .service: service
    case .pacs: pacs?.rawValue ?? ""
    case .need: need.rawValue
    case .route: route?.rawValue ?? ""
    case .supplier: supplier ?? ""
    case .group: group ?? ""
    case .spineConnected: spineConnected.words
    case .crsInteroperable: crsInteroperable.words
    case .justification: justification ?? ""
    case .description: description ?? ""
    case .cost: cost.total.grouped
    case .funds: CodeKind.list(funds)
    case .notes: notes ?? ""
    case .waivers: waivers.map(\.code.rawValue).joined(separator: ", ")
    case .alternatives: AlternativeText.text(of: alternatives)
    }
  }
}

extension TermNames {
  /// What a field of a line holds, with names in the place of identifiers.
  func text(of field: FormField, in line: PlanLine) -> String {
    switch field {
    case .value(.service): service(line.service)
    case .value(.route): line.route?.name ?? ""
    case .value(.supplier): line.supplier.map(supplier) ?? ""
    case .value(.group): line.group.map(group) ?? ""
    case .value(.funds): funds(line.funds)
    default: line.text(of: field)
    }
  }
}

extension Alternative {
  /// What a field of its own holds, in words; empty where it leaves that to the line.
  fileprivate func text(of field: FormField) -> String {
    if field == .value(.id) { return id }
    var line = PlanLine(id: "", service: "")
    line.cost = cost
    for value in values { line.set(value) }
    return line.text(of: field)
  }

  /// Whether it says nothing of a field, so that this is as on the line.
  func leaves(_ field: FormField) -> Bool {
    guard case .value(let field) = field, field != .id else { return false }
    return value(of: field) == nil
  }
}

extension Bool? {
  fileprivate var words: String {
    switch self {
    case nil: ""
    case true?: "yes"
    case false?: "no"
    }
  }
}
