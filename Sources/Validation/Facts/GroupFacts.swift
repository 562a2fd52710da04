import Procurement

/// How the group that a line names relates to the trust and to the line's supplier; empty if the
/// line names none of the plan's groups.
struct GroupFacts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let isDeclared = GroupFacts(rawValue: 1)
  /// The trust is a member.
  static let hasTrust = GroupFacts(rawValue: 2)
  /// Its facility is an LSP.
  static let hasFacility = GroupFacts(rawValue: 4)
  /// The line's supplier is that LSP, or the line does not name a supplier.
  static let isSuppliedByFacility = GroupFacts(rawValue: 8)

  /// The number of values.
  static var count: Int { 16 }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A group of a plan, as far as the rules on lines need it.
struct ResolvedGroup: Hashable, Sendable {
  /// The facts for a line without a supplier; empty for a group that the plan does not have.
  private var facts: GroupFacts = []
  private var facility = ResolvedSupplier.none

  /// A group that the plan does not have.
  init() {}

  /// A group of the plan; `facility` is its resolved facility.
  init(hasTrust: Bool, facility: ResolvedSupplier) {
    facts = hasTrust ? [.isDeclared, .hasTrust] : .isDeclared
    guard facility.isProvider else { return }
    facts.insert(.hasFacility)
    self.facility = facility
  }

  /// The facts for a line with a supplier.
  @inline(__always)
  func facts(_ supplier: ResolvedSupplier) -> GroupFacts {
    let isSupplied = supplier == .none || supplier == facility
    return facts.contains(.isDeclared) && isSupplied
      ? facts.union(.isSuppliedByFacility) : facts
  }
}
