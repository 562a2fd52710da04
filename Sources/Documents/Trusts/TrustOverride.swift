public import Procurement

/// Values for one trust that replace those of the national register.
public struct TrustOverride: Hashable, Sendable {
  /// Its code in the register.
  public let code: String
  /// The id of its cluster, if the region in the register does not decide it.
  public let cluster: String?
  /// Its name, if it replaces that of the register.
  public let name: String?
  /// The day on which it opened, if it replaces that of the register.
  public let opened: CalendarDate?
  /// The day on which it closed, if it replaces that of the register.
  public let closed: CalendarDate?
  /// Its place in the file of overrides.
  public let place: Place

  /// What is wrong with its days, if anything.
  var contradiction: String? { Documents.contradiction(opened: opened, closed: closed) }

  /// The trust that it describes without the register; nil if it is incomplete for that.
  var trust: RegisteredTrust? {
    guard let name, let cluster else { return nil }
    return RegisteredTrust(
      code: code, name: name, cluster: cluster, opened: opened, closed: closed)
  }
}
