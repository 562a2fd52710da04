/// Values for trusts that replace those of the national register.
public struct TrustOverrides: Hashable, Sendable {
  /// The overrides, one for each code.
  public let trusts: [TrustOverride]

  /// No overrides.
  public static let none = TrustOverrides(trusts: [])
}

/// Reads overrides for a programme with some clusters, or throws all of their faults.
public func readTrustOverrides(
  _ bytes: [UInt8], clusters: [String], limits: Limits = .standard
) throws(FaultList) -> TrustOverrides {
  try Reading<TrustOverrides>.trustOverrides(clusters: clusters)
    .document(parse(bytes, limits: limits))
}
