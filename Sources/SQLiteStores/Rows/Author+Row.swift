import Stores

extension Author {
  /// The columns of `session` that say who it was.
  static let columns = "session.user, session.name, session.host, session.word"
}

extension Row {
  /// The author in four columns.
  func author(_ first: CInt) throws(StoreError) -> Author {
    Author(
      user: try number(first), name: try text(first + 1), host: try text(first + 2),
      session: try text(first + 3))
  }

  /// The point in time in a column.
  func moment(_ column: CInt) throws(StoreError) -> Moment {
    Moment(milliseconds: try number(column))
  }
}
