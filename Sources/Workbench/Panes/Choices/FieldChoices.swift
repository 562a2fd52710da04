import Procurement

/// The values that a field of a line can be given from a list, each with what it means.
struct FieldChoices {
  private let programme: Programme
  private let plan: Plan
  private let names: TermNames

  init(_ programme: Programme, _ plan: Plan) {
    self.programme = programme
    self.plan = plan
    names = TermNames(programme, plan)
  }

  /// The values of a field with their titles; none for a field that is typed.
  func values(for field: LineField) -> [(title: String, value: LineValue)] {
    switch field {
    case .service: programme.services.map { ($0.short, .service($0.id)) }
    case .pacs:
      programme.pacsOptions.map { ("\($0.option.rawValue): \($0.meaning)", .pacs($0.option)) }
        + [("none", .pacs(nil))]
    case .need: [("new: must be installed", .need(.new)), ("retain: stays", .need(.retain))]
    case .route:
      programme.routes.map { ("\($0.route.name): \($0.meaning)", .route($0.route)) }
        + [("none", .route(nil))]
    case .supplier:
      programme.providers.map { ($0.name, LineValue.supplier($0.id)) }
        + otherSuppliers.map { ($0, .supplier($0)) } + [("none", .supplier(nil))]
    case .group:
      plan.groups.map {
        ("\($0.shownName): facility of \(names.supplier($0.facility))", .group($0.id))
      }
        + [("none", .group(nil))]
    case .spineConnected: FieldChoices.flags.map { ($0, .spineConnected($1)) }
    case .crsInteroperable: FieldChoices.flags.map { ($0, .crsInteroperable($1)) }
    case .id, .justification, .description, .cost, .funds, .notes, .waivers, .alternatives: []
    }
  }

  private static let flags: [(String, Bool?)] = [("yes", true), ("no", false), ("not said", nil)]

  /// Suppliers that lines name and that are not providers, each once, in order.
  private var otherSuppliers: [String] {
    var seen = Set(programme.providers.map(\.id))
    return plan.lines.compactMap(\.supplier).filter { seen.insert($0).inserted }
  }
}

extension Programme {
  /// Other names of the provider or service that a value names.
  func otherNames(of value: LineValue) -> [String] {
    switch value {
    case .supplier(let id?): provider(id).map { [$0.id] + $0.aliases } ?? []
    case .group(let id?): [id]
    case .route(let route?): [route.rawValue]
    case .service(let id):
      services.first { $0.id == id }.map { [$0.id, $0.label] } ?? []
    default: []
    }
  }
}
