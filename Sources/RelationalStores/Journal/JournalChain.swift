import CSodium
package import Stores

/// The hashes of a plan's steps, within a transaction.
///
/// The hash of a step is the SHA-256 of the hash before it and of all that the step says: its plan and
/// number, who made it, when, and its edits. So no step can be changed alone: all hashes after it would
/// be others, and one that was noted elsewhere would show it.
package struct JournalChain {
  private let database: any RelationalConnection
  private let plan: Int
  private var subject: String { "plan \(plan), a step" }

  /// The chain of a plan.
  package init(_ database: any RelationalConnection, plan: Int) {
    self.database = database
    self.plan = plan
  }

  /// Adds the hashes of steps that do not have one yet.
  package func extend() throws {
    var last = try head()
    var added: [JournalHead] = []
    try visit(after: last?.step ?? 0) { step, _ in
      let next = JournalHead(
        plan: PlanNumber(plan), step: step.number, hash: step.hash(after: last?.hash))
      added.append(next)
      last = next
      return true
    }
    for head in added {
      try database.run(
        "INSERT INTO step_hash(plan, step, hash) VALUES (?, ?, ?)",
        [.number(plan), .number(head.step), .text(head.hash)])
    }
  }

  /// The last step that has a hash; nil where none has.
  package func head() throws -> JournalHead? {
    try Query(
      database, "SELECT step, hash FROM step_hash WHERE plan = ? ORDER BY step DESC LIMIT 1"
    )
    .one([.number(plan)], of: subject) { row in
      JournalHead(plan: PlanNumber(plan), step: try row.step(0), hash: try row.text(1))
    }
  }

  /// The hash of a step; nil where it has none.
  package func hash(of step: Int) throws -> String? {
    try Query(database, "SELECT hash FROM step_hash WHERE plan = ? AND step = ?")
      .one([.number(plan), .number(step)], of: subject) { try $0.text(0) }
  }

  /// The first step whose hash is not that of its content, in words; nil where all are.
  package func problem() throws -> String? {
    var (last, problem): (String?, String?) = (nil, nil)
    try visit(after: 0) { step, stored in
      let hash = step.hash(after: last)
      if stored != hash {
        problem =
          stored == nil
          ? "step \(step.number) has no hash"
          : "step \(step.number) is not what its hash was made of; it or a step before it was changed"
      }
      last = hash
      return problem == nil
    }
    return problem
  }

  /// Visits steps in order, each with the hash that is stored, until `visit` returns false.
  private func visit(
    after number: Int, _ visit: (ChainedStep, _ stored: String?) throws -> Bool
  ) throws {
    let query = try Query(
      database,
      """
      SELECT step.number, step.at, step.kind, step.of, step.title, step.edits,
        session.word, session."user", session.name, session.host, step_hash.hash
      FROM step JOIN session ON session.id = step.session
        LEFT JOIN step_hash ON step_hash.plan = step.plan AND step_hash.step = step.number
      WHERE step.plan = ? AND step.number > ? ORDER BY step.number
      """)
    try query.bind([.number(plan), .number(number)])
    defer { query.end() }
    while try query.next() {
      let row = query.row(subject)
      let step = ChainedStep(
        plan: plan, number: try row.step(0), at: try row.number(1), kind: try row.storedText(2),
        of: row.isNull(3) ? nil : try row.number(3), title: try row.storedText(4),
        edits: try row.storedText(5),
        author: [
          try row.storedText(6), String(try row.number(7)), try row.storedText(8),
          try row.storedText(9),
        ])
      guard try visit(step, try row.optionalText(10)) else { return }
    }
  }
}

/// All that a step says, as its row has it.
private struct ChainedStep {
  let plan: Int
  let number: Int
  /// The milliseconds since 1970.
  let at: Int
  let kind: String
  let of: Int?
  let title: String
  /// The edits as JSON, as they are stored.
  let edits: String
  /// The session's word, the user's number and name, and the computer.
  let author: [String]

  /// The hash of the step after another, in hexadecimal digits.
  func hash(after last: String?) -> String {
    // Each field is preceded by its length, so that none can be taken for a part of another.
    var bytes: [UInt8] = []
    let numbers = [plan, number, at, of ?? 0].map(String.init)
    for field in [last ?? ""] + numbers + [kind, title, edits] + author {
      bytes += "\(field.utf8.count):".utf8
      bytes += field.utf8
    }
    return SHA256Digest.hexadecimal(of: bytes)
  }
}

/// SHA-256 (FIPS 180-4).
package enum SHA256Digest {
  /// The hash of bytes, in 64 hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
