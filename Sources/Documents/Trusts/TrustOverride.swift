public import Procurement

/// What is to be said of one trust in place of what the national register says.
public struct TrustOverride: Hashable, Sendable {
  /// Its code in the register.
  public let code: String
  /// The id of its cluster, where the register's region is not to decide that.
  public let cluster: String?
  /// Its name, where it is not to be the register's.
  public let name: String?
  /// The day on which it opened, where it is not to be the register's.
  public let opened: CalendarDate?
  /// The day on which it closed, where it is not to be the register's.
  public let closed: CalendarDate?
  /// Where it stands among the overrides.
  public let place: Place

  /// What is wrong with its days; nil where nothing is.
  var contradiction: String? { Documents.contradiction(opened: opened, closed: closed) }

  /// The trust that it describes on its own; nil where it says too little for that.
  var trust: RegisteredTrust? {
    guard let name, let cluster else { return nil }
    return RegisteredTrust(
      code: code, name: name, cluster: cluster, opened: opened, closed: closed)
  }
}
