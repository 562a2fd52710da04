import Procurement
package import Stores

extension RelationalStore {
  /// The user's plan for the document at a path, without its lines; nil if there is none.
  package func plan(
    for path: String
  ) throws(StoreError) -> (number: PlanNumber, head: Int, DocumentLink)? {
    try reading { try self.plan(for: path, $0) }
  }

  package func plan(
    for path: String, _ database: any RelationalConnection
  ) throws -> (number: PlanNumber, head: Int, DocumentLink)? {
    let query = try Query(
      database,
      """
      SELECT plan.number, head, \(DocumentLink.columns)
      FROM document JOIN plan ON plan.number = document.plan WHERE "user" = ? AND path = ?
      """)
    let values: [Value] = [.number(author.user), .text(stored(path: path))]
    let found = try query.one(values, of: "a document") { row in
      (
        number: PlanNumber(try row.number(0)), head: try row.number(1),
        link: try self.link(in: row, 2)
      )
    }
    guard let found, let link = found.link, counts(found.number, path) else { return nil }
    return (found.number, found.head, link)
  }

  /// Plans whose links to the document at a path are not trusted: other users', or unconfirmed
  /// ones.
  package func otherPlans(for path: String) throws(StoreError) -> [PlanNumber] {
    try reading { database in
      let query = try Query(
        database,
        """
        SELECT plan, "user" FROM document WHERE path = ? ORDER BY plan, "user"
        """)
      let links = try query.all([.text(stored(path: path))], of: "a document") { row in
        (plan: PlanNumber(try row.number(0)), user: try row.number(1))
      }
      return links.filter { link in
        link.user != self.author.user || !self.counts(link.plan, path)
      }.map(\.plan)
    }
  }

  /// Records that a plan and the user's document were equal after a step. The document's link to
  /// another plan ends.
  package func link(_ plan: PlanNumber, to document: DocumentLink) throws(StoreError) {
    try writing { database in
      try self.require(plan, database)
      try self.write(document, of: plan, database)
    }
  }

  /// The user's document of a plan, if there is one.
  package func document(of plan: PlanNumber, _ database: any RelationalConnection) throws
    -> DocumentLink?
  {
    let query = try Query(
      database, "SELECT \(DocumentLink.columns) FROM document WHERE plan = ? AND \"user\" = ?")
    let link = try query.one(
      [.number(plan.rawValue), .number(author.user)], of: "plan \(plan)"
    ) { try self.link(in: $0, 0) }
    guard let link, let link else { return nil }
    return counts(plan, link.path) ? link : nil
  }

  /// Whether a link is trusted and leads to a file.
  package func counts(_ plan: PlanNumber, _ path: String) -> Bool {
    DocumentLink.isPath(path) && documentTrust.counts(plan, path)
  }

  package func write(
    _ document: DocumentLink, of plan: PlanNumber, _ database: any RelationalConnection
  ) throws {
    try database.run(
      """
      DELETE FROM document WHERE "user" = ? AND (plan = ? OR path = ?)
      """,
      [.number(author.user), .number(plan.rawValue), .text(stored(path: document.path))])
    var stored = document
    stored.path = self.stored(path: document.path)
    try database.run(
      """
      INSERT INTO document(plan, "user", path, step, size, hash) VALUES (?, ?, ?, ?, ?, ?)
      """, [.number(plan.rawValue), .number(author.user)] + stored.values)
  }

  /// The link in four columns, with its path on this computer; nil for a document on another one.
  private func link(in row: Row, _ first: CInt) throws(StoreError) -> DocumentLink? {
    var link = try row.document(first)
    guard let path = path(stored: link.path) else { return nil }
    link.path = path
    return link
  }
}
