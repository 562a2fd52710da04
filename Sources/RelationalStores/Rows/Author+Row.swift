package import Stores

extension Author {
  /// The columns of `session` with its author.
  package static let columns = "session.\"user\", session.name, session.host, session.word"
}

extension Row {
  /// The author in four columns, with the computer's name for the user id.
  package func author(_ first: CInt, _ accounts: AccountNames?) throws(StoreError) -> Author {
    let author = Author(
      user: try number(first, in: Bounds.users), name: try text(first + 1),
      host: try text(first + 2), session: try text(first + 3))
    return accounts.map { author.named(by: $0) } ?? author
  }
}
