import Procurement
import Validation

/// A plan that is being described before it is created.
struct NewPlan: Hashable, Sendable {
  /// Title, trust and years so far.
  private(set) var header: Plan.Header
  /// Whether it begins with a line for each core service that is expected of its kind of trust.
  var hasCoreLines = false

  /// The fields of the form, in its order.
  static let fields: [Property] = [
    .trustCode, .trustName, .trustKind, .trustCluster, .title, .years,
  ]

  /// A plan for a trust, or for one that is still to be named.
  init(for trust: RegisteredTrust? = nil, in programme: Programme) {
    header = Plan.blank(in: programme).header
    guard let trust else { return }
    header.trust.code = trust.code
    header.trust.name = trust.name
    header.trust.cluster = trust.cluster
    if trust.name != Placeholder.trustName { header.title = NewPlan.title(for: trust.name) }
  }

  private static func title(for trust: String) -> String { "\(trust) plan" }

  /// The same with a text in a field; throws, in words, where the text means nothing.
  func putting(_ text: String, into field: Property) throws(FieldFault) -> NewPlan {
    var new = self
    for case .header(from: _, to: let header) in try field.edits(putting: text, in: outline) {
      new.header = header
    }
    // The title follows the name until the user types another.
    let follows = [Placeholder.title, NewPlan.title(for: header.trust.name)].contains(header.title)
    if field == .trustName, follows { new.header.title = NewPlan.title(for: text) }
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
