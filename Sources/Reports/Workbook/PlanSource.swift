import Procurement
import Text
import Validation

/// A plan whose rows are written, with the names of what it names by identifiers.
struct PlanSource {
  var assessment: Assessment
  let names: WorkbookNames
  private let funds: [String: String]

  init(_ assessment: Assessment, _ names: WorkbookNames) {
    self.assessment = assessment
    self.names = names
    funds = Dictionary(
      assessment.plan.funds.map { ($0.id, $0.name.isBlank ? $0.id : $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  var plan: Plan { assessment.plan }

  /// The name of the fund at a place.
  func fund(_ place: Int) -> String {
    let id = plan.funds[place].id
    return funds[id] ?? id
  }
}

/// The names of what all plans name by identifiers.
struct WorkbookNames {
  private let services: [String: String]
  private let providers: [String: String]
  private let clusters: [String: String]
  private let categories: [String]

  init(_ programme: Programme) {
    func named<Value>(_ values: [Value], _ id: (Value) -> String, _ name: (Value) -> String)
      -> [String: String]
    {
      Dictionary(values.map { (id($0), name($0)) }, uniquingKeysWith: { first, _ in first })
    }
    services = named(programme.services, \.id, \.short)
    providers = named(programme.providers, \.id, \.name)
    clusters = named(programme.clusters, \.id, \.name)
    categories = programme.categories.map(\.name)
  }

  /// What a service is called; nothing for one that the programme does not have.
  func service(_ id: String) -> String { services[id] ?? "" }

  func supplier(_ id: String?) -> String { id.map { providers[$0] ?? $0 } ?? "" }

  func cluster(_ id: String) -> String { clusters[id] ?? id }

  func category(_ place: Int?) -> String { place.map { categories[$0] } ?? "unknown" }
}
