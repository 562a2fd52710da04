import Procurement

/// What the group that a line names is to the trust and to the line's supplier; empty if the line
/// names none.
struct GroupFacts: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let isDeclared = GroupFacts(rawValue: 1)
  /// The trust is a member.
  static let hasTrust = GroupFacts(rawValue: 2)
  /// Its facility is an LSP.
  static let hasFacility = GroupFacts(rawValue: 4)
  /// The line's supplier is that LSP, or the line does not name a supplier.
  static let isSuppliedByFacility = GroupFacts(rawValue: 8)

  /// The line names a group, declared or not.
  static let isNamed = GroupFacts(rawValue: 16)
  /// It has fewer than two different members.
  static let hasFewerThanTwoMembers = GroupFacts(rawValue: 32)

  /// How many values there are.
  static var count: Int { 64 }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A group of a plan, as far as the rules on lines need it.
struct ResolvedGroup: Hashable, Sendable {
  /// What it is to a line without a supplier.
  private var facts = GroupFacts.isNamed
  private var facility = ResolvedSupplier.none

  /// A group that the plan does not have.
  init() {}

  /// A declared group with so many different members; `facility` is what its facility resolves to.
  init(members: Int, hasTrust: Bool, facility: ResolvedSupplier) {
    facts = [.isNamed, .isDeclared]
    if hasTrust { facts.insert(.hasTrust) }
    if members < 2 { facts.insert(.hasFewerThanTwoMembers) }
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
