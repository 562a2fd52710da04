/// The number by which a store knows a plan; it never changes and is never given again.
public struct PlanNumber: Hashable, Comparable, Sendable {
  /// The number, from 1.
  public let rawValue: Int

  /// A number of a plan.
  public init(_ rawValue: Int) { self.rawValue = rawValue }

  /// Orders older plans before newer ones.
  public static func < (left: PlanNumber, right: PlanNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension PlanNumber: CustomStringConvertible {
  /// The digits.
  public var description: String { String(rawValue) }
}
