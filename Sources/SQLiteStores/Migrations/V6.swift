import RelationalStores

/// The sixth schema: every step has a hash, made of the hash before it and of all that the step says.
enum V6 {
  /// What it adds to the schema.
  static let additions = [
    """
    CREATE TABLE step_hash(
      plan INTEGER NOT NULL,
      step INTEGER NOT NULL,
      hash TEXT NOT NULL CHECK(length(hash) = 64),
      PRIMARY KEY(plan, step),
      FOREIGN KEY(plan, step) REFERENCES step(plan, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER step_hash_update BEFORE UPDATE ON step_hash
    BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END
    """,
    """
    CREATE TRIGGER step_hash_delete BEFORE DELETE ON step_hash
    WHEN NOT (SELECT deleted FROM plan WHERE number = OLD.plan)
    BEGIN SELECT RAISE(ABORT, 'a step stays as it is'); END
    """,
  ]

  /// Gives the steps of all plans their hashes.
  static func fill(_ database: any RelationalConnection) throws {
    let plans = try Query(database, "SELECT number FROM plan ORDER BY number")
      .all([], of: "a plan") { try $0.number(0) }
    for plan in plans { try JournalChain(database, plan: plan).extend() }
  }
}
