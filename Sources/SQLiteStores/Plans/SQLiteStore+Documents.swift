import GRDB
import Procurement
public import Stores

extension SQLiteStore {
  /// The plan that is worked on for the document at a path, without its lines: nil where there is
  /// none.
  public func plan(
    for path: String
  ) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)? {
    try reading { database in
      let query = try Query(
        database,
        """
        SELECT plan.number, head, \(DocumentLink.columns)
        FROM document JOIN plan ON plan.number = document.plan WHERE path = ?
        """)
      return try query.one([.text(path)], of: "a document") { row in
        (PlanNumber(try row.number(0)), try row.number(1), try row.document(2))
      }
    }
  }

  /// Remembers that a plan and its document were the same after a step; a plan that was worked on
  /// for the document before is so no longer.
  public func link(_ plan: PlanNumber, to document: DocumentLink) throws(StoreError) {
    try writing { database in
      try self.require(plan, database)
      try self.write(document, of: plan.rawValue, database)
    }
  }

  func write(_ document: DocumentLink, of plan: Int, _ database: Database) throws {
    try database.run(
      "INSERT OR REPLACE INTO document(plan, path, step, size, hash) VALUES (?, ?, ?, ?, ?)",
      [.number(plan)] + document.values)
  }
}
