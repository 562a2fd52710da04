/// The NHS trust that a plan is for.
public struct Trust: Hashable, Sendable {
  /// What a trust does.
  public enum Kind: String, CaseIterable, Sendable {
    case acute
    case mentalHealth = "mental-health"
    case primaryCare = "primary-care"
    case ambulance, care
  }

  /// Its code in the national register.
  public var code: String
  /// Its name.
  public var name: String
  /// What it does.
  public var kind: Kind
  /// The id of its cluster.
  public var cluster: String

  /// Its code for comparison, without regard to case and to blanks at its ends.
  public var comparedCode: String { code.comparedTrustCode }

  /// A trust in a cluster.
  public init(code: String, name: String, kind: Kind, cluster: String) {
    self.code = code
    self.name = name
    self.kind = kind
    self.cluster = cluster
  }
}
