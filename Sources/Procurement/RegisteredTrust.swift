/// A trust in the national register.
///
/// Only of primary care trusts and care trusts its code tells the kind, so another one becomes the
/// `Trust` of a plan only with its kind.
public struct RegisteredTrust: Hashable, Sendable {
  /// Its code in the national register.
  public var code: String
  /// Its name.
  public var name: String
  /// The id of its cluster.
  public var cluster: String
  /// The day on which it opened, if that is known.
  public var opened: CalendarDate?
  /// The day on which it closed; nil while it is open.
  public var closed: CalendarDate?

  /// What its code says that it does: those of primary care trusts begin with `5` and those of care
  /// trusts with `T`; nil for other NHS trusts.
  public var kind: Trust.Kind? {
    switch code.comparedTrustCode.first {
    case "5": .primaryCare
    case "T": .care
    default: nil
    }
  }

  /// A trust in a cluster.
  public init(
    code: String, name: String, cluster: String, opened: CalendarDate? = nil,
    closed: CalendarDate? = nil
  ) {
    self.code = code
    self.name = name
    self.cluster = cluster
    self.opened = opened
    self.closed = closed
  }
}
