/// Who did something, and at which session.
public struct Author: Hashable, Sendable {
  /// The user's id on the computer.
  public var user: Int
  /// The user's name there; with `?` behind it where the store has another name for the id.
  public var name: String
  /// The name that the store has for the id, where the computer has another.
  public var claim: String?
  /// The computer's name.
  public var host: String
  /// A word for the session, which no other has.
  public var session: String

  /// A user in a session.
  public init(user: Int, name: String, host: String, session: String) {
    self.user = user
    self.name = name
    self.host = host
    self.session = session
  }

  /// Whether both are the same person, perhaps at different sessions.
  ///
  /// One whose name in the store contradicts the id is nobody else: its name has a mark.
  public func isSamePerson(as other: Author) -> Bool {
    user == other.user && name == other.name
  }
}
