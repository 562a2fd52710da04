import Text

/// Trusts of the register that no cluster has, and for which no override names one.
public struct LeftOutTrusts: Hashable, Sendable {
  /// The code of their region, which no cluster has; nil where the register has none for them.
  public let region: String?
  /// Their codes, in the order of the register.
  public let codes: [String]

  /// How many they are, why they are left out, and what to do about it.
  public var message: String {
    let number = counted(codes.count, "trust")
    let reason =
      region.map { "of region \(quoted($0)), which no cluster has" } ?? "without a region"
    return "left out: \(number) \(reason); to keep one, name its cluster in the overrides"
  }
}
