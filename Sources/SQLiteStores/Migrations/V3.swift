/// The third schema: a draft says which line, fund or group it belongs to.
///
/// Before, it had the title of its field, in which a fund and a group of one id looked the same:
/// such a draft becomes the fund's. One whose field is not found is dropped.
enum V3 {
  /// What makes the schema of the second, statement by statement.
  static let statements =
    [
      "ALTER TABLE draft RENAME TO draft_by_title", table,
      """
      INSERT INTO draft(plan, session, at, kind, id, field, text)
      SELECT plan, session, at, 'line', line,
        CASE field WHEN 'justified by' THEN 'justification' ELSE field END, text
      FROM draft_by_title WHERE line IS NOT NULL
      """,
    ] + records + [plan, "DROP TABLE draft_by_title"]

  private static let records = [("fund", "fund"), ("group", "buying_group")].map { kind, table in
    """
    INSERT OR IGNORE INTO draft(plan, session, at, kind, id, field, text)
    SELECT old.plan, old.session, old.at, '\(kind)', record.id,
      CASE label.old WHEN 'year' THEN 'available ' || substr(old.field, -7) ELSE label.new END,
      old.text
    FROM draft_by_title AS old JOIN \(table) AS record ON record.plan = old.plan
      JOIN (\(labels(of: kind))) AS label
      ON old.field = record.id || ' ' || label.old
        OR label.old = 'year'
          AND old.field GLOB '* [12][0-9][0-9][0-9]-[0-9][0-9]'
          AND substr(old.field, 1, length(old.field) - 8) = record.id
    WHERE old.line IS NULL
    """
  }

  /// The fields that are typed: the title that each had, and the name that it has from now on.
  private static func labels(of kind: String) -> String {
    kind == "fund"
      ? """
      SELECT 'fund' AS old, 'id' AS new UNION ALL SELECT 'name', 'name'
      UNION ALL SELECT 'year', ''
      """
      : """
      SELECT 'group' AS old, 'id' AS new UNION ALL SELECT 'name', 'name'
      UNION ALL SELECT 'facility of', 'facility' UNION ALL SELECT 'members', 'members'
      """
  }

  private static let plan = """
    INSERT OR IGNORE INTO draft(plan, session, at, kind, field, text)
    SELECT plan, session, at, 'plan',
      CASE field WHEN 'plan title' THEN 'title' WHEN 'plan trust' THEN 'trust'
        WHEN 'plan name' THEN 'trust name' ELSE 'years' END, text
    FROM draft_by_title
    WHERE line IS NULL AND field IN ('plan title', 'plan trust', 'plan name', 'plan years')
    """

  /// The table as it is from now on.
  static let table = """
    CREATE TABLE draft(
      plan INTEGER NOT NULL REFERENCES plan(number),
      session INTEGER NOT NULL REFERENCES session(id),
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK(kind IN ('line', 'fund', 'group', 'plan')),
      id TEXT CHECK(length(id) <= 1000000),
      field TEXT NOT NULL CHECK(length(field) <= 1000000),
      text TEXT NOT NULL CHECK(length(text) <= 10000000),
      PRIMARY KEY(plan, session),
      CHECK((kind = 'plan') = (id IS NULL))
    ) STRICT, WITHOUT ROWID
    """
}
