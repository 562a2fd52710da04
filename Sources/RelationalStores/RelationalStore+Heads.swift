package import Stores

extension RelationalStore {
  /// The last steps of all journals with their hashes, in the order of the plans.
  package func heads() throws(StoreError) -> [JournalHead] {
    try reading { database in
      try Query(
        database,
        """
        SELECT plan, step, hash FROM step_hash AS last
        WHERE step = (SELECT max(step) FROM step_hash WHERE plan = last.plan) ORDER BY plan
        """
      )
      .all([], of: "a step") { row in
        JournalHead(
          plan: PlanNumber(try row.number(0, in: Bounds.plans)), step: try row.step(1),
          hash: try row.text(2))
      }
    }
  }

  /// Those of some noted steps that the journals do not have with the noted hash.
  package func changed(since noted: [JournalHead]) throws(StoreError) -> [JournalHead] {
    try reading { database in
      try noted.filter { head in
        try JournalChain(database, plan: head.plan.rawValue).hash(of: head.step) != head.hash
      }
    }
  }
}

extension [JournalHead] {
  /// One hash of all heads, which stands for the whole store.
  package var combinedHash: String {
    SHA256Digest.hexadecimal(of: map { "\($0)\n" }.joined().utf8.map { $0 })
  }
}
