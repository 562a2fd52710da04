/// An active session of a store.
public struct ActiveSession: Hashable, Sendable {
  /// The session's unique word.
  public var session: String
  /// The user's id on the computer: the owner of the session's file,
  /// as given by the system.
  public var user: Int
  /// The computer's name for that id. The name in the session's record is not shown.
  public var name: String
  /// The computer's name, from the session's record.
  public var host: String
  /// The number of the open plan; nil if there is none.
  public var plan: Int?
  /// The id of the selected line; nil if there is none.
  public var line: String?

  /// An active session.
  public init(
    session: String, user: Int, name: String, host: String, plan: Int? = nil, line: String? = nil
  ) {
    self.session = session
    self.user = user
    self.name = name
    self.host = host
    self.plan = plan
    self.line = line
  }
}
