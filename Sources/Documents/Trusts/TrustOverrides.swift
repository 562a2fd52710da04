/// What is to be said of trusts in place of what the national register says.
public struct TrustOverrides: Hashable, Sendable {
  /// The overrides, none for a code that another has.
  public let trusts: [TrustOverride]

  /// Nothing is overridden.
  public static let none = TrustOverrides(trusts: [])
}

/// Reads overrides for a programme of these clusters, or says everything that is wrong with them.
public func readTrustOverrides(
  _ bytes: [UInt8], clusters: [String], limits: Limits = .standard
) throws(FaultList) -> TrustOverrides {
  try Reading<TrustOverrides>.trustOverrides(clusters: clusters)
    .document(parse(bytes, limits: limits))
}
