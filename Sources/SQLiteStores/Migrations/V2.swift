/// The second schema: each user has documents of their own.
///
/// In the first one a plan had one document for everybody. Its row becomes one of the user who took the
/// plan in.
enum V2 {
  /// What makes the schema of the first, statement by statement.
  static let statements = [
    "ALTER TABLE document RENAME TO document_of_all", table,
    """
    INSERT INTO document(plan, user, path, step, size, hash)
    SELECT old.plan, session.user, old.path, old.step, old.size, old.hash
    FROM document_of_all AS old JOIN step ON step.plan = old.plan AND step.number = 1
      JOIN session ON session.id = step.session
    """,
    "DROP TABLE document_of_all",
  ]

  /// The table as it is from now on.
  static let table = """
    CREATE TABLE document(
      plan INTEGER NOT NULL REFERENCES plan(number),
      user INTEGER NOT NULL,
      path TEXT NOT NULL CHECK(length(path) <= 100000),
      step INTEGER NOT NULL CHECK(step >= 0),
      size INTEGER NOT NULL CHECK(size >= 0),
      hash INTEGER NOT NULL,
      PRIMARY KEY(plan, user),
      UNIQUE(user, path)
    ) STRICT, WITHOUT ROWID
    """
}
