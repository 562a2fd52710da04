/// The fourth schema: plans have a date and waivers, funds say how sure they are, and lines have
/// alternatives.
enum V4 {
  private static let columns = [
    AddedColumn(table: "plan", definition: "as_of TEXT CHECK(length(as_of) = 10)"),
    AddedColumn(table: "plan", definition: "waivers TEXT CHECK(length(waivers) <= 10000000)"),
    AddedColumn(
      table: "fund",
      definition: "certainty TEXT NOT NULL DEFAULT 'confirmed' "
        + "CHECK(certainty IN ('confirmed', 'expected', 'bid'))"),
    AddedColumn(
      table: "line", definition: "alternatives TEXT CHECK(length(alternatives) <= 10000000)"),
  ]

  /// What makes the schema of the third, statement by statement.
  static let statements = columns.map(\.statement)

  /// A statement of an earlier schema as SQLite keeps it after the migration.
  static func migrated(_ statement: String) -> String { columns.added(to: statement) }
}
