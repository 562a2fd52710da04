public import Stores

extension SQLiteStore {
  /// Saves the text that this session is typing, or removes it with nil.
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

  /// Takes over the drafts of the user's ended sessions in a field of a plan, latest first. In a
  /// read-only store they stay.
  public func takeDraft(
    of plan: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft? {
    let left = try drafts(of: plan)
    guard disabledReason == nil,
      let taken = left.first(where: { author, _, _ in
        author.isSamePerson(as: self.author) && author != self.author && isOver(author.session)
      })
    else { return nil }
    return try writing { database in
      let values: [Value] = [.number(plan.rawValue), .number(taken.session)]
      // Another session of the same user may have been faster.
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
