package import Stores

extension RelationalStore {
  /// Saves the text that this session is typing, or removes it with nil.
  package func keep(_ draft: Draft?, of plan: PlanNumber) throws(StoreError) {
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
        ON CONFLICT (plan, session) DO UPDATE SET
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

  /// The draft of this session, or the latest one of the user's ended sessions, which then becomes
  /// this session's own. In a read-only store none is taken over.
  package func takeDraft(
    of plan: PlanNumber, where isOver: (_ session: String) -> Bool
  ) throws(StoreError) -> Draft? {
    let left = try drafts(of: plan).filter { $0.author.isSamePerson(as: author) }
    if let own = left.first(where: { $0.author.session == author.session }) { return own.draft }
    guard disabledReason == nil, let taken = left.first(where: { isOver($0.author.session) })
    else { return nil }
    return try writing { database in
      // Another session of the same user may have been faster.
      let moved = try database.run(
        "UPDATE draft SET session = ? WHERE plan = ? AND session = ?",
        [
          .number(try self.session(database)), .number(plan.rawValue), .number(taken.session),
        ])
      return moved == 1 ? taken.draft : nil
    }
  }

  package func drafts(
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
