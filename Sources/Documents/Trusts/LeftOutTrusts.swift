import Text

/// Trusts of the register that are not in any cluster, by region or by an override.
public struct LeftOutTrusts: Hashable, Sendable {
  /// The code of their region, which is in no cluster; nil if the register does not have one.
  public let region: String?
  /// Their codes, in the order of the register.
  public let codes: [String]

  /// The message: their number, why they are left out, and what to do.
  public var message: String {
    let number = counted(codes.count, "trust")
    let reason =
      region.map { "of region \(quoted($0)), which is in no cluster" } ?? "without a region"
    return "left out: \(number) \(reason); to include one, give its cluster in the overrides"
  }
}
