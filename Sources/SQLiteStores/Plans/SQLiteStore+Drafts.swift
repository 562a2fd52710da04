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
      try database.run(
        """
        INSERT INTO draft(plan, session, at, line, field, text) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          (at, line, field, text) = (excluded.at, excluded.line, excluded.field, excluded.text)
        """,
        [
          .number(plan.rawValue), .number(try self.session(database)),
          .number(Moment.now.milliseconds), .optional(draft.line), .text(draft.field),
          .text(draft.text),
        ])
    }
  }

  /// Takes over what sessions of the same person that are over had left in a field of a plan, the
  /// last first; where nothing can be changed it stays where it is.
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
        SELECT \(Author.columns), session.id, line, field, text
        FROM draft JOIN session ON session.id = draft.session WHERE plan = ? ORDER BY at DESC
        """)
      return try query.all([.number(plan.rawValue)], of: "plan \(plan), a draft") { row in
        (
          try row.author(0, self.accountNames), try row.number(4),
          Draft(line: try row.optionalText(5), field: try row.text(6), text: try row.text(7))
        )
      }
    }
  }
}
