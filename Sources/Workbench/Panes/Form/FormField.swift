import Procurement

/// A place in the form of a line.
enum FormField: Hashable, Sendable {
  case value(LineField)
  case amount(FinancialYear, CostKind)

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
  }

  var manner: Manner {
    switch self {
    case .amount: .type
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
    }
  }

  /// The field's title on the screen.
  var title: String {
    switch self {
    case .amount(let year, let kind): "\(kind.rawValue) \(year)"
    case .value(let field): field.title
    }
  }
}

extension LineField {
  /// The field's name on the screen.
  var title: String {
    switch self {
    case .spineConnected: "on spine"
    case .crsInteroperable: "meets CRS"
    case .justification: "justified by"
    default: rawValue
    }
  }
}

extension PlanLine {
  /// What a field holds, in words; empty where it holds nothing.
  func text(of field: FormField) -> String {
    switch field {
    case .amount(let year, let kind): AmountText.text(cost[year, kind])
    case .value(let field): text(of: field)
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
    case .alternatives: CodeKind.list(alternatives.map(\.id))
    }
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
