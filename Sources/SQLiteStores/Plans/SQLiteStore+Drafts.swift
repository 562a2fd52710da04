public import Stores

extension SQLiteStore {
  /// Remembers what this session is typing, or, with nil, that it types nothing.
  public func keep(_ draft: Draft?, of plan: PlanNumber) throws(StoreError) {
    try writing { database in
      try self.require(plan, database)
      guard let draft else {
        try database.run(
          "DELETE FROM draft WHERE plan = ? AND session = ?",
          [.number(plan.rawValue), .number(try self.session(database))])
        return
      }
      let (kind, id) = draft.subject.columns
      try database.run(
        """
        INSERT INTO draft(plan, session, at, kind, id, field, text) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          (at, kind, id) = (excluded.at, excluded.kind, excluded.id),
          (field, text) = (excluded.field, excluded.text)
        """,
        [
          .number(plan.rawValue), .number(try self.session(database)),
          .number(Moment.now.milliseconds), .text(kind.rawValue), .optional(id),
          .text(draft.field), .text(draft.text),
        ])
    }
  }

  /// Takes over what ended sessions of the same user have left in a field of a plan, the last
  /// first; in a read-only store it stays where it is.
  public func takeDraft(
    of plan: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft? {
    let left = try drafts(of: plan)
    guard hindrance == nil,
      let taken = left.first(where: { author, _, _ in
        author.isSamePerson(as: self.author) && author != self.author && isOver(author.session)
      })
    else { return nil }
    return try writing { database in
      let values: [Value] = [.number(plan.rawValue), .number(taken.session)]
      // Another session of the same person may have been quicker.
      let removed = try database.run("DELETE FROM draft WHERE plan = ? AND session = ?", values)
      return removed == 1 ? taken.draft : nil
    }
  }

  func drafts(
    of plan: PlanNumber
  ) throws(StoreError) -> [(author: Author, session: Int, draft: Draft)] {
    try reading { database in
      try self.require(plan, database)
      let query = try Query(
        database,
        """
        SELECT \(Author.columns), session.id, draft.kind, draft.id, field, text
        FROM draft JOIN session ON session.id = draft.session WHERE plan = ? ORDER BY at DESC
        """)
      return try query.all([.number(plan.rawValue)], of: "plan \(plan), a draft") { row in
        (
          try row.author(0, self.accountNames), try row.number(4), try row.draft(5)
        )
      }
    }
  }
}
