import GRDB

/// Rows for a table that are put in many at a time.
///
/// A table with triggers has SQLite get ready, for each statement, to take back that statement
/// alone, which costs more than putting a row in.
struct Batch {
  /// How many values a statement may have.
  static let most = 800

  private let database: Database
  private let start: String
  private let columns: Int
  private var values: [Value] = []

  /// Rows with these columns for a table.
  init(_ database: Database, into table: String, _ columns: String) {
    self.database = database
    start = "INSERT INTO \(table)(\(columns)) VALUES "
    self.columns = columns.split(separator: ",").count
  }

  private var full: Int { Batch.most / columns * columns }

  /// Adds a row.
  mutating func add(_ row: [Value]) throws {
    values += row
    if values.count >= full {
      try insert(values[...])
      values.removeAll(keepingCapacity: true)
    }
  }

  /// Puts in what has been added last.
  mutating func end() throws {
    for first in stride(from: 0, to: values.count, by: columns) {
      try insert(values[first..<first + columns])
    }
    values = []
  }

  private func insert(_ values: ArraySlice<Value>) throws {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
    let rows = Array(repeating: row, count: values.count / columns).joined(separator: ", ")
    try database.run(start + rows, Array(values))
  }
}
