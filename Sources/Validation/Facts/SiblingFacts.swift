import Procurement

/// How the other lines of the plan relate to a line.
struct SiblingFacts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// An earlier line is for the same service and option, of which a plan should have one.
  static let repeatsEarlierLine = SiblingFacts(rawValue: 1)
  /// The plan has a basic PACS of the line's service.
  static let planHasBasic = SiblingFacts(rawValue: 2)
  /// The plan has an entire PACS of the line's service.
  static let planHasEntire = SiblingFacts(rawValue: 4)

  /// The number of values.
  static var count: Int { 8 }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The facts of a line for a known service; `isFirst` says whether it is the first with its key,
  /// `hasOther` whether another line of the plan is for its service with an option.
  @inline(__always)
  init(
    of service: ResolvedService, _ option: PACSOption?, isFirst: Bool,
    planHas: (PACSOption) -> Bool
  ) {
    self = []
    if !isFirst, !service.isUnlisted, option != .features { insert(.repeatsEarlierLine) }
    guard service.kind.hasPACSOptions else { return }
    if option == .basic || planHas(.basic) { insert(.planHasBasic) }
    if option == .entire || planHas(.entire) { insert(.planHasEntire) }
  }
}

extension ProgrammeIndex {
  /// The places of services that a plan should have and does not (C103).
  func unplannedServices(_ isPlanned: (_ service: Int) -> Bool) -> [Int] {
    expectedServices.filter { !isPlanned($0) }
  }
}
