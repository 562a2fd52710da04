import Procurement

/// What the group that a line names is to the trust and to the line's supplier; empty if the line
/// names none that the plan declares.
struct GroupFacts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let isDeclared = GroupFacts(rawValue: 1)
  /// The trust is a member.
  static let hasTrust = GroupFacts(rawValue: 2)
  /// Its facility is an LSP's.
  static let hasFacility = GroupFacts(rawValue: 4)
  /// The line's supplier is that LSP, or the line names no supplier.
  static let isSuppliedByFacility = GroupFacts(rawValue: 8)

  /// How many values there are.
  static var count: Int { 16 }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A group that a plan declares, as its lines see it.
struct ResolvedGroup: Hashable, Sendable {
  /// What it is to a line without a supplier; empty for a group that the plan does not declare.
  private var facts: GroupFacts = []
  private var facility = ResolvedSupplier.none

  /// A group that the plan does not declare.
  init() {}

  /// A declared group; `facility` is what its facility resolves to.
  init(hasTrust: Bool, facility: ResolvedSupplier) {
    facts = hasTrust ? [.isDeclared, .hasTrust] : .isDeclared
    guard facility.isProvider else { return }
    facts.insert(.hasFacility)
    self.facility = facility
  }

  /// What it is to a line with a supplier.
  @inline(__always)
  func facts(_ supplier: ResolvedSupplier) -> GroupFacts {
    let isSupplied = supplier == .none || supplier == facility
    return facts.contains(.isDeclared) && isSupplied
      ? facts.union(.isSuppliedByFacility) : facts
  }
}
