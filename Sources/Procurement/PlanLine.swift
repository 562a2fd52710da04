/// One line of a plan: a service, how it is to be supplied, and what it costs.
public struct PlanLine: Hashable, Sendable {
  /// The id of the line, unique in a plan.
  public var id: String
  /// The service's id in the programme; it may be one that the programme does not list.
  public var service: String
  /// What an imaging line buys.
  public var pacs: PACSOption?
  /// Whether a new system must be installed.
  public var need: Need = .new
  /// How it is bought.
  public var route: Route?
  /// Who supplies it: a provider's id or any other name.
  public var supplier: String?
  /// The id of the group it is bought with.
  public var group: String?
  /// Whether a retained system is connected to the Spine.
  public var spineConnected: Bool?
  /// Whether a system bought elsewhere meets the care records standards.
  public var crsInteroperable: Bool?
  /// Why a system is not bought through an LSP.
  public var justification: String?
  /// What the service is, for a service that the programme does not list.
  public var description: String?
  /// What it costs.
  public var cost = Cost()
  /// Ids of the funds that it draws on, in that order.
  public var funds: [String] = []
  /// Free text.
  public var notes: String?
  /// The findings that are waived on it, each code once.
  public var waivers: [Waiver] = []
  /// Other offers for the same need.
  public var alternatives: [Alternative] = []

  /// A line for a service, with the default of every other field.
  public init(id: String, service: String) {
    self.id = id
    self.service = service
  }
}
