/// The trusts of a register, by which is said how many of the open ones have plans, and how a
/// plan's trust differs from it.
public struct TrustRegister: Hashable, Sendable {
  /// All trusts, by their codes as they are compared.
  private let trusts: [String: RegisteredTrust]
  /// The cluster of each open trust, by its code as it is compared.
  private var clusters: [String: String] = [:]
  /// The number of trusts of each cluster.
  private var counts: [String: Int] = [:]

  /// The trusts of a register; nil if none is open.
  public init?(_ trusts: [RegisteredTrust]) {
    self.trusts = Dictionary(trusts.map { ($0.code.comparedTrustCode, $0) }) { first, _ in first }
    for trust in trusts where trust.closed == nil {
      clusters[trust.code.comparedTrustCode] = trust.cluster
    }
    guard !clusters.isEmpty else { return nil }
    for cluster in clusters.values { counts[cluster, default: 0] += 1 }
  }

  /// The trust with a code, open or closed.
  public subscript(code: String) -> RegisteredTrust? { trusts[code.comparedTrustCode] }

  /// Whether it has trusts of the kind that a code is for, such as primary care trusts.
  public func hasTrusts(like code: String) -> Bool {
    let first = code.comparedTrustCode.first
    return trusts.keys.contains { $0.first == first }
  }

  /// How many of the register's trusts have plans, where all plans are of these trusts.
  public func coverage(of codes: Set<String>) -> TrustCoverage {
    let covered = codes.count { clusters[$0] != nil }
    return TrustCoverage(
      covered: covered, registered: clusters.count, others: codes.count - covered)
  }

  /// How many of the trusts that the register has in a cluster are among all codes, and how many of
  /// the codes of the cluster's plans it has nowhere.
  ///
  /// A trust whose plan names another cluster is counted where the register has it, so the numbers of
  /// the clusters add up to those of England.
  public func coverage(
    of codes: Set<String>, in cluster: String, ofAll all: Set<String>
  ) -> TrustCoverage {
    TrustCoverage(
      covered: all.count { clusters[$0] == cluster }, registered: counts[cluster] ?? 0,
      others: codes.count { clusters[$0] == nil })
  }
}

/// How many registered trusts have a plan.
public struct TrustCoverage: Hashable, Sendable {
  /// The registered trusts that have a plan.
  public var covered: Int
  /// All registered trusts.
  public var registered: Int
  /// The trusts that have a plan and are closed or not registered.
  public var others: Int

  /// The numbers in a phrase: `12 of 571 trusts`.
  public var words: String {
    let rest = others == 0 ? "" : ", \(others) closed or not registered"
    return "\(covered) of \(registered) trusts\(rest)"
  }
}
