/// A trust as the national register has it.
public struct RegisteredTrust: Hashable, Sendable {
  /// Its code.
  public var code: String
  /// Its name.
  public var name: String
  /// The id of its cluster in the programme.
  public var cluster: String
  /// The day on which it was opened, where it is known.
  public var opened: CalendarDate?
  /// The day on which it was closed; nil where it is open.
  public var closed: CalendarDate?

  /// A trust of the register.
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
