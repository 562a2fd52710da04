/// The second schema: each user has their own documents.
///
/// In the first one a plan had one document for all users. Its row becomes that of the user who
/// created the plan.
enum V2 {
  /// The statements that migrate the first schema.
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

  /// The new table.
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
