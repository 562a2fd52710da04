/// The trusts that a register has open, by which is said how many of them have plans.
public struct TrustRegister: Hashable, Sendable {
  /// The cluster of each trust, by its code as it is compared.
  private var clusters: [String: String] = [:]
  /// The number of trusts of each cluster.
  private var counts: [String: Int] = [:]

  /// The open trusts of a register; nil if there are none.
  public init?(_ trusts: [RegisteredTrust]) {
    for trust in trusts where trust.closed == nil {
      clusters[trust.code.comparedTrustCode] = trust.cluster
    }
    guard !clusters.isEmpty else { return nil }
    for cluster in clusters.values { counts[cluster, default: 0] += 1 }
  }

  /// How many of the trusts of a cluster, or with nil of all, are among these codes.
  public func coverage(of codes: Set<String>, in cluster: String?) -> TrustCoverage {
    let covered = codes.count { code in
      guard let own = clusters[code] else { return false }
      return cluster == nil || own == cluster
    }
    return TrustCoverage(
      covered: covered, registered: cluster.map { counts[$0] ?? 0 } ?? clusters.count,
      others: codes.count - covered)
  }
}

/// How many registered trusts have a plan.
public struct TrustCoverage: Hashable, Sendable {
  /// The registered trusts that have a plan.
  public var covered: Int
  /// All registered trusts.
  public var registered: Int
  /// The trusts that have a plan and are not registered.
  public var others: Int

  /// The numbers in a phrase: `12 of 571 trusts`.
  public var words: String {
    "\(covered) of \(registered) trusts" + (others == 0 ? "" : ", \(others) not registered")
  }
}
