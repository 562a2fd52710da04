import GRDB
import Procurement
public import Stores

extension SQLiteStore {
  /// The user's plan for the document at a path, without its lines; nil if there is none.
  public func plan(
    for path: String
  ) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)? {
    try reading { try self.plan(for: path, $0) }
  }

  func plan(
    for path: String, _ database: Database
  ) throws -> (number: PlanNumber, head: Int, DocumentLink)? {
    let query = try Query(
      database,
      """
      SELECT plan.number, head, \(DocumentLink.columns)
      FROM document JOIN plan ON plan.number = document.plan WHERE user = ? AND path = ?
      """)
    let found = try query.one([.number(author.user), .text(path)], of: "a document") { row in
      (number: PlanNumber(try row.number(0)), head: try row.number(1), try row.document(2))
    }
    return found.flatMap { counts($0.number, path) ? $0 : nil }
  }

  /// Plans whose links to the document at a path are not trusted: other users', or unconfirmed
  /// ones.
  public func otherPlans(for path: String) throws(StoreError) -> [PlanNumber] {
    try reading { database in
      let query = try Query(
        database, "SELECT plan, user FROM document WHERE path = ? ORDER BY plan, user")
      let links = try query.all([.text(path)], of: "a document") { row in
        (plan: PlanNumber(try row.number(0)), user: try row.number(1))
      }
      return links.filter { link in
        link.user != self.author.user || !self.counts(link.plan, path)
      }.map(\.plan)
    }
  }

  /// Records that a plan and the user's document were equal after a step. The document's link to
  /// another plan ends.
  public func link(_ plan: PlanNumber, to document: DocumentLink) throws(StoreError) {
    try writing { database in
      try self.require(plan, database)
      try self.write(document, of: plan, database)
    }
  }

  /// The user's document of a plan, if there is one.
  func document(of plan: PlanNumber, _ database: Database) throws -> DocumentLink? {
    let query = try Query(
      database, "SELECT \(DocumentLink.columns) FROM document WHERE plan = ? AND user = ?")
    let link = try query.one(
      [.number(plan.rawValue), .number(author.user)], of: "plan \(plan)"
    ) { try $0.document(0) }
    return link.flatMap { counts(plan, $0.path) ? $0 : nil }
  }

  /// Whether a link is trusted and leads to a file.
  func counts(_ plan: PlanNumber, _ path: String) -> Bool {
    DocumentLink.isPath(path) && documentTrust.counts(plan, path)
  }

  func write(_ document: DocumentLink, of plan: PlanNumber, _ database: Database) throws {
    try database.run(
      """
      INSERT OR REPLACE INTO document(plan, user, path, step, size, hash)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [.number(plan.rawValue), .number(author.user)] + document.values)
  }
}
