/// A column that a migration adds to a table.
struct AddedColumn {
  let table: String
  let definition: String

  /// The statement that adds it.
  var statement: String { "ALTER TABLE \(table) ADD COLUMN \(definition)" }
}

extension [AddedColumn] {
  /// A statement of an earlier schema as SQLite keeps it once the columns are added: new columns come
  /// after the last one, before constraints of the table.
  func added(to statement: String) -> String {
    reduce(statement) { statement, column in
      guard statement.hasPrefix("CREATE TABLE \(column.table)(") else { return statement }
      let end = [",\n  UNIQUE(", ") STRICT"].compactMap { statement.firstRange(of: $0) }.first
      guard let end else { return statement }
      var statement = statement
      statement.insert(contentsOf: ", \(column.definition)", at: end.lowerBound)
      return statement
    }
  }
}
