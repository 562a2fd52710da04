import Procurement
import Validation

/// A plan that is being described before it is created.
struct NewPlan: Hashable, Sendable {
  /// Title, trust and years so far.
  private(set) var header: Plan.Header
  /// Whether it begins with a line for each core service that is expected of its kind of trust.
  var hasCoreLines = false

  /// The fields of the form below the trust, in its order.
  static let fields: [Property] = [.trustKind, .trustCluster, .title, .years]

  /// A plan for a trust that is still to be named.
  init(in programme: Programme) { header = Plan.blank(in: programme).header }

  /// The same for a trust of the register.
  func naming(_ trust: RegisteredTrust) -> NewPlan {
    var new = naming(code: trust.code, name: trust.name)
    new.header.trust.cluster = trust.cluster
    if let kind = trust.kind { new.header.trust.kind = kind }
    return new
  }

  /// The same for a trust of which code, name or both are typed: `RYY Northmoor Hospital`.
  func naming(_ typed: TypedTrust) -> NewPlan { naming(code: typed.code, name: typed.name) }

  private func naming(code: String?, name: String?) -> NewPlan {
    var new = self
    if let code { new.header.trust.code = code }
    guard let name else { return new }
    // The title follows the name until the user types another.
    let follows = [Placeholder.title, NewPlan.title(for: header.trust.name)].contains(header.title)
    if follows { new.header.title = NewPlan.title(for: name) }
    new.header.trust.name = name
    return new
  }

  private static func title(for trust: String) -> String { "\(trust) plan" }

  /// The same with a text in a field; throws, in words, where the text means nothing.
  func putting(_ text: String, into field: Property) throws(FieldFault) -> NewPlan {
    var new = self
    for case .header(from: _, to: let header) in try field.edits(putting: text, in: outline) {
      new.header = header
    }
    return new
  }

  /// The plan without lines.
  var outline: Plan { Plan(header: header) }

  /// The core services that are expected of the kind of trust (C103).
  func coreServices(in programme: Programme) -> [Service] {
    programme.services.filter { $0.expectedOf.contains(header.trust.kind) }
  }

  /// The plan that is created: lines of the template are undecided, without a route.
  func plan(in programme: Programme) -> Plan {
    var plan = outline
    guard hasCoreLines else { return plan }
    let services = coreServices(in: programme)
    let ids = plan.unusedLineIDs(services.count)
    plan.lines = PlanLines(zip(services, ids).map { PlanLine(id: $1, service: $0.id) })
    return plan
  }
}
