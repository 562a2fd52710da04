/// The fields of a plan line, named as in plan documents.
public enum LineField: String, CaseIterable, Sendable {
  case id, service, pacs, need, route, supplier, group
  case spineConnected = "spine_connected"
  case crsInteroperable = "crs_interoperable"
  case justification, description, cost, funds, notes, waivers, alternatives
}

/// A field of a plan line together with a value for it.
///
/// One type for both, so that a value can never be set in a field of another type.
public enum LineValue: Hashable, Sendable {
  case id(String)
  case service(String)
  case pacs(PACSOption?)
  case need(Need)
  case route(Route?)
  case supplier(String?)
  case group(String?)
  case spineConnected(Bool?)
  case crsInteroperable(Bool?)
  case justification(String?)
  case description(String?)
  /// One amount of the cost.
  case amount(FinancialYear, CostKind, Money)
  case cost(Cost)
  case funds([String])
  case notes(String?)
  case waivers([Waiver])
  case alternatives([Alternative])

  /// The field that the value is for.
  public var field: LineField {
    switch self {
    case .id: .id
    case .service: .service
    case .pacs: .pacs
    case .need: .need
    case .route: .route
    case .supplier: .supplier
    case .group: .group
    case .spineConnected: .spineConnected
    case .crsInteroperable: .crsInteroperable
    case .justification: .justification
    case .description: .description
    case .amount, .cost: .cost
    case .funds: .funds
    case .notes: .notes
    case .waivers: .waivers
    case .alternatives: .alternatives
    }
  }
}

extension PlanLine {
  /// Sets the field of a value.
  public mutating func set(_ value: LineValue) {
    switch value {
    case .id(let value): id = value
    case .service(let value): service = value
    case .pacs(let value): pacs = value
    case .need(let value): need = value
    case .route(let value): route = value
    case .supplier(let value): supplier = value
    case .group(let value): group = value
    case .spineConnected(let value): spineConnected = value
    case .crsInteroperable(let value): crsInteroperable = value
    case .justification(let value): justification = value
    case .description(let value): description = value
    case .amount(let year, let kind, let money): cost[year, kind] = money
    case .cost(let value): cost = value
    case .funds(let value): funds = value
    case .notes(let value): notes = value
    case .waivers(let value): waivers = value
    case .alternatives(let value): alternatives = value
    }
  }

  /// A field with its current value.
  public func value(of field: LineField) -> LineValue {
    switch field {
    case .id: .id(id)
    case .service: .service(service)
    case .pacs: .pacs(pacs)
    case .need: .need(need)
    case .route: .route(route)
    case .supplier: .supplier(supplier)
    case .group: .group(group)
    case .spineConnected: .spineConnected(spineConnected)
    case .crsInteroperable: .crsInteroperable(crsInteroperable)
    case .justification: .justification(justification)
    case .description: .description(description)
    case .cost: .cost(cost)
    case .funds: .funds(funds)
    case .notes: .notes(notes)
    case .waivers: .waivers(waivers)
    case .alternatives: .alternatives(alternatives)
    }
  }

  /// The current value of the field, or of the amount, that `value` would set.
  public func current(for value: LineValue) -> LineValue {
    if case .amount(let year, let kind, _) = value { return .amount(year, kind, cost[year, kind]) }
    return self.value(of: value.field)
  }

  /// The line with the field of a value set.
  public func setting(_ value: LineValue) -> PlanLine {
    var line = self
    line.set(value)
    return line
  }
}
