/// A prepared statement of a connection, with values for its parameters.
///
/// A column of another type than expected is an error; no content of a database traps.
package struct Query {
  /// The maximum length of texts in bytes.
  package static let longest = 256 << 20

  private let statement: any RelationalStatement

  /// Prepares a statement, whose text must be a constant of this program.
  package init(_ database: any RelationalConnection, _ sql: String) throws {
    statement = try database.statement(sql)
  }

  /// Binds values to the parameters, for rows that are then read with `next`.
  package func bind(_ values: [Value]) throws { try statement.bind(values) }

  /// Moves to the next row; false if there is none.
  package func next() throws -> Bool { try statement.next() }

  /// Stops reading rows before the last one.
  package func end() { statement.end() }

  /// Runs the statement and returns the number of rows that it changed.
  @discardableResult
  package func run(_ values: [Value]) throws -> Int {
    try bind(values)
    while try next() {}
    return statement.changes
  }

  /// The current row, which is valid until the next one is read.
  package func row(_ subject: String) -> Row { Row(statement, of: subject) }
}

extension Query {
  /// The only row for some values, read by `read`; nil if there is none.
  package func one<Result>(
    _ values: [Value], of subject: String, _ read: (Row) throws -> Result
  ) throws -> Result? {
    try bind(values)
    guard try next() else { return nil }
    defer { end() }
    return try read(row(subject))
  }

  /// All rows for some values, read by `read`.
  package func all<Result>(
    _ values: [Value], of subject: String, _ read: (Row) throws -> Result
  ) throws -> [Result] {
    try bind(values)
    defer { end() }
    var results: [Result] = []
    while try next() { results.append(try read(row(subject))) }
    return results
  }
}

extension RelationalConnection {
  /// Runs a statement, whose text must be a constant of this program.
  @discardableResult
  package func run(_ sql: String, _ values: [Value] = []) throws -> Int {
    try Query(self, sql).run(values)
  }

  /// The number in the only column of the only row; nil without a row.
  package func number(
    _ sql: String, _ values: [Value] = [], of subject: String
  ) throws -> Int? {
    try Query(self, sql).one(values, of: subject) { try $0.number(0) }
  }
}
