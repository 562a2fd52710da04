/// The fifth schema: plans can be archived, chosen for portfolios, scenarios of other plans, and
/// deleted with their journals.
enum V5 {
  private static let columns = [
    "archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN (0, 1))",
    "chosen INTEGER NOT NULL DEFAULT 0 CHECK(chosen IN (0, 1))",
    "deleted INTEGER NOT NULL DEFAULT 0 CHECK(deleted IN (0, 1))",
    "parent INTEGER REFERENCES plan(number)",
    "parent_step INTEGER CHECK(parent_step >= 1)",
    "scenario TEXT CHECK(length(scenario) <= 10000)",
  ].map { AddedColumn(table: "plan", definition: $0) }

  /// The steps of a plan go with it, and never alone.
  static let trigger = """
    CREATE TRIGGER step_delete_of_plan BEFORE DELETE ON step
    WHEN NOT (SELECT deleted FROM plan WHERE number = OLD.plan)
    BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END
    """

  /// What makes the schema of the fourth, statement by statement.
  static let statements =
    columns.map(\.statement) + ["DROP TRIGGER step_delete", trigger]

  /// A statement of an earlier schema as SQLite keeps it after the migration; nil for what is
  /// dropped.
  static func migrated(_ statement: String) -> String? {
    statement.hasPrefix("CREATE TRIGGER step_delete BEFORE") ? nil : columns.added(to: statement)
  }
}
