import Procurement

/// How the other lines of the plan relate to a line.
struct SiblingFacts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// An earlier line buys the same, and the service counts once.
  static let repeatsEarlierLine = SiblingFacts(rawValue: 1)
  /// The plan has a new basic PACS of the line's service.
  static let planHasBasic = SiblingFacts(rawValue: 2)
  /// The plan has a new entire PACS of the line's service.
  static let planHasEntire = SiblingFacts(rawValue: 4)

  /// The plan retains a PACS of the line's service.
  static let planHasRetained = SiblingFacts(rawValue: 8)

  /// How many values there are.
  static var count: Int { 16 }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The facts of a line for a known service: whether it is the first line with its key, and what
  /// the lines of the plan buy of its service.
  @inline(__always)
  init(
    of service: ResolvedService, _ option: PACSOption?, isFirst: Bool, plan: PlannedOptions
  ) {
    self = []
    if !isFirst, !service.isUnlisted, option != .features { insert(.repeatsEarlierLine) }
    guard service.kind.hasPACSOptions else { return }
    if plan.hasBasic { insert(.planHasBasic) }
    if plan.hasEntire { insert(.planHasEntire) }
    if plan.hasRetained { insert(.planHasRetained) }
  }
}

/// Which PACS the lines of a plan buy or retain.
struct PlannedOptions: Hashable, Sendable {
  private(set) var hasBasic: Bool
  private(set) var hasEntire: Bool
  private(set) var hasRetained: Bool

  /// By whether the plan has lines with a key, which is asked by its number.
  @inline(__always)
  init(ofService place: Int, has: (_ key: Int) -> Bool) {
    hasBasic = has(Int(ServiceKey(service: place, .new, .basic).number))
    hasEntire = has(Int(ServiceKey(service: place, .new, .entire).number))
    hasRetained = ServiceKey.numbers(ofRetained: place).contains(where: has)
  }

  /// Counts a line for the same service that is only being tried out.
  mutating func count(_ line: LineFacts) {
    if line.need == .retain { hasRetained = true }
    if line.buysNew(.basic) { hasBasic = true }
    if line.buysNew(.entire) { hasEntire = true }
  }
}

extension ProgrammeIndex {
  /// The places of services that are expected of a kind of trust, and neither they nor an
  /// alternative are planned (C103).
  func unplannedServices(
    of kind: Trust.Kind, _ isPlanned: (_ service: Int) -> Bool
  ) -> [Int] {
    (expectedServices[kind] ?? []).filter { place in
      !isPlanned(place) && !alternatives[place].contains(where: isPlanned)
    }
  }
}
