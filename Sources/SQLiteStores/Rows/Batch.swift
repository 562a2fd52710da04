import RelationalStores

/// Inserts rows into a table, many at a time.
///
/// For a table with triggers SQLite prepares to undo each single statement, which costs more than
/// inserting a row.
struct Batch {
  /// The maximum number of values of a statement.
  static let most = 800

  private let database: any RelationalConnection
  private let start: String
  private let columns: Int
  private var values: [Value] = []

  /// A batch of rows with these columns.
  init(_ database: any RelationalConnection, into table: String, _ columns: String) {
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

  /// Inserts the remaining rows.
  mutating func flush() throws {
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
