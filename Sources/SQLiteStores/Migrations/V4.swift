/// The fourth schema: plans have a date and waivers, funds say how sure they are, and lines have
/// alternatives.
enum V4 {
  /// A column that a table gets.
  private struct Column {
    let table: String
    let definition: String
  }

  private static let columns = [
    Column(table: "plan", definition: "as_of TEXT CHECK(length(as_of) = 10)"),
    Column(table: "plan", definition: "waivers TEXT CHECK(length(waivers) <= 10000000)"),
    Column(
      table: "fund",
      definition: "certainty TEXT NOT NULL DEFAULT 'confirmed' "
        + "CHECK(certainty IN ('confirmed', 'expected', 'bid'))"),
    Column(table: "line", definition: "alternatives TEXT CHECK(length(alternatives) <= 10000000)"),
  ]

  /// What makes the schema of the third, statement by statement.
  static let statements = columns.map { column in
    "ALTER TABLE \(column.table) ADD COLUMN \(column.definition)"
  }

  /// A statement of an earlier schema as SQLite keeps it after the migration: new columns come after
  /// the last one, before constraints of the table.
  static func migrated(_ statement: String) -> String {
    columns.reduce(statement) { statement, column in
      guard statement.hasPrefix("CREATE TABLE \(column.table)(") else { return statement }
      let end = [",\n  UNIQUE(", ") STRICT"].compactMap { statement.firstRange(of: $0) }.first
      guard let end else { return statement }
      var statement = statement
      statement.insert(contentsOf: ", \(column.definition)", at: end.lowerBound)
      return statement
    }
  }
}
