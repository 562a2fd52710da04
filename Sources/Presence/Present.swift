/// A session that is at a store now.
public struct Present: Hashable, Sendable {
  /// A word for the session, which no other has.
  public var session: String
  /// The user's id on the computer: the owner of the session's file, which the system vouches for.
  public var user: Int
  /// The computer's name for that id. What the session calls itself is not shown.
  public var name: String
  /// The computer's name, as the session says.
  public var host: String
  /// The number of the plan that is open; nil where none is.
  public var plan: Int?
  /// The id of the line that is focused there; nil where none is.
  public var line: String?

  /// A session somewhere.
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
