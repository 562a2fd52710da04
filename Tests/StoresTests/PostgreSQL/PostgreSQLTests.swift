import Procurement
import RelationalStores
import Stores
import Testing

@testable import PostgreSQLStores

/// What only a store on a server does.
struct PostgreSQLTests {
  private static var isServed: Bool { PrivateServer.shared != nil }

  private let server: PrivateServer
  private let database: String

  init() throws {
    server = try #require(PrivateServer.shared)
    database = try server.makeStore()
  }

  private func store(
    _ role: String = "ada", _ session: String = "a", in group: String = "calloff_edit"
  ) throws -> PostgreSQLStore {
    try server.requireRole(role, in: group)
    return try PostgreSQLStore(
      at: server.address(of: database, for: role), host: "here", session: session)
  }

  private func connection(of role: String) throws -> PostgreSQLConnection {
    try server.requireRole(role)
    return try ConnectionAttempt.connection(
      to: server.address(of: database, for: role), patience: 10)
  }

  private static let adding = Step(
    title: "adding N1", edits: [.insert(PlanLine(id: "N1", service: "future"), at: 0)])

  @Test(.enabled(if: isServed))
  func
    `the journal, its hashes and the plan agree, and a change behind the program's back is found`()
    throws
  {
    let store = try store()
    var stored = try store.create(.sample, .sample, for: nil)
    for step in Step.samples {
      _ = try store.append(step, after: stored)
      stored.head += 1
    }
    #expect(try store.check() == [])
    let heads = try store.heads()
    #expect(heads.map(\.step) == [stored.head])
    #expect(try store.changed(since: heads) == [])
    try server.owner(of: database).runAll(
      """
      ALTER TABLE calloff.step DISABLE TRIGGER ALL;
      UPDATE calloff.step SET title = 'another' WHERE number = 3;
      """)
    #expect(try store.check().contains { $0.contains("step 3 is not what its hash was made of") })
  }

  @Test(
    .enabled(if: isServed),
    arguments: [
      "UPDATE calloff.step SET title = 'x'", "DELETE FROM calloff.step",
      "INSERT INTO calloff.step VALUES (1, 2, 1, 0, 'edit', NULL, 'x', 0, '[]')",
      "UPDATE calloff.step_hash SET hash = ''", "UPDATE calloff.plan SET cost = 0",
      "INSERT INTO calloff.session(word, \"user\", name, host, began) VALUES ('', 1, '', '', 0)",
      "UPDATE calloff.account SET role = 'bob'",
      "INSERT INTO calloff.cluster_right VALUES ('', '')",
      "SELECT calloff.write_step(1, 2, 1, 0, 'edit', NULL, 'x', '[]', NULL)",
      "SELECT calloff.limit_by_cluster(true)",
    ])
  func `members write steps only through the functions of the schema`(_ statement: String) throws {
    _ = try store().create(.sample, .sample, for: nil)
    let editor = try connection(of: "ada")
    do {
      try editor.runAll(statement)
      Issue.record("the server allowed it")
    } catch PostgreSQLFailure.refused(let code, _, _) {
      #expect(code == "42501")
    }
  }

  @Test(.enabled(if: isServed))
  func `an author is the role that the server knows, and nobody writes for another`() throws {
    let store = try store()
    let number = try store.create(.sample, .sample, for: nil).number
    #expect(store.author.name == "ada")
    #expect(try store.entries(of: number, after: 0).map(\.author) == [store.author])
    let other = try self.store("bob", "b")
    #expect(other.author.user != store.author.user)
    try other.keep(Draft(.plan, field: "title", text: "x"), of: number)
    let editor = try connection(of: "ada")
    for statement in [
      "UPDATE calloff.draft SET session = session",
      "INSERT INTO calloff.version(plan, step, name, at, session) "
        + "SELECT 1, 1, 'x', 0, id FROM calloff.session WHERE name = 'bob'",
    ] {
      do {
        try editor.runAll(statement)
        Issue.record("the server allowed it")
      } catch PostgreSQLFailure.refused(let code, _, _) {
        #expect(code == "42501")
      }
    }
  }

  @Test(.enabled(if: isServed))
  func `a role that may only read is told so, and one without a right is refused`() throws {
    let number = try store().create(.sample, .sample, for: nil).number
    let reader = try store("reader", in: "calloff_read")
    #expect(reader.disabledReason?.contains("may only read") == true)
    #expect(try reader.load(number).plan == .sample)
    #expect(throws: StoreError.readOnly) {
      try reader.append(Self.adding, to: number, after: 1, .sample)
    }
    #expect {
      try store("stranger", in: "pg_monitor")
    } throws: { error in
      if case .refused? = error as? StoreError { true } else { false }
    }
  }

  @Test(.enabled(if: isServed))
  func `a database without a store says that it has none`() throws {
    #expect(throws: StoreError.notCreated) {
      try PostgreSQLStore(
        at: server.address(of: "postgres", for: "owner"), host: "here", session: "a")
    }
    // One that is there already is left as it is.
    let address = try server.address(of: database, for: "owner")
    #expect(try PostgreSQLStore.create(at: address) == false)
  }

  @Test(.enabled(if: isServed))
  func `a connection that is lost is made again, and a step that was sent is taken once`() throws {
    let store = try store()
    let stored = try store.create(.sample, .sample, for: nil)
    _ = try store.append(Self.adding, after: stored)
    try server.owner(of: database).runAll(
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
      """)
    // The answer to the step before was lost as far as this call knows.
    let again = try self.store("ada", "a")
    guard case .appended(let number, _) = try again.resend(Self.adding, after: stored) else {
      Issue.record("the step was not recognised")
      return
    }
    #expect(number == 2)
    #expect(try store.load(stored.number).head == 2)
    #expect(try store.entries(of: stored.number, after: 0).count == 2)
  }

  @Test(.enabled(if: isServed))
  func `a plan with many steps is read from a snapshot`() throws {
    let store = try store()
    var stored = try store.create(.sample, .sample, for: nil)
    for count in 0..<210 {
      let step = Step(
        title: "adding", edits: [.insert(PlanLine(id: "S\(count)", service: "future"), at: count)])
      _ = try store.append(step, after: stored)
      stored.head += 1
      for edit in step.edits { stored.plan.apply(edit) }
    }
    #expect(try self.store("bob", "b").load(stored.number) == stored)
    let snapshots = try connection(of: "ada").run(
      native: "SELECT step FROM calloff.snapshot", [])
    #expect(snapshots.integer(0, 0) == Int64(stored.head))
    #expect(try self.store("bob", "c").load(stored.number) == stored)
    #expect(try store.check() == [])
  }

  @Test(.enabled(if: isServed))
  func `where rights go by cluster, plans of other clusters do not exist`() throws {
    let store = try store()
    let number = try store.create(.sample, .sample, for: nil).number
    try server.owner(of: database).runAll(
      """
      SELECT calloff.limit_by_cluster(true);
      INSERT INTO calloff.cluster_right VALUES ('ada', 'london'), ('bob', 'southern');
      """)
    #expect(try store.load(number).plan == .sample)
    let other = try self.store("bob", "b")
    #expect(try other.plans() == [])
    #expect(throws: StoreError.noPlan) { try other.load(number) }
    #expect(throws: StoreError.noPlan) { try other.entries(of: number, after: 0) }
    #expect(throws: StoreError.noPlan) { try other.delete(number) }
    #expect(throws: StoreError.noPlan) {
      try other.keep(Draft(.plan, field: "title", text: "x"), of: number)
    }
    #expect {
      try other.create(.sample, .sample, for: nil)
    } throws: { error in
      if case .refused? = error as? StoreError { true } else { false }
    }
    guard case .appended = try store.append(Self.adding, to: number, after: 1, .sample) else {
      Issue.record("the step was not appended")
      return
    }
  }

  @Test(arguments: [
    "postgres://ada:secret@host/plans", "postgresql://host/plans?password=secret",
  ])
  func `an address with a password is refused`(_ address: String) {
    #expect(throws: StoreError.hasPassword) { try PostgreSQLAddress(address) }
  }

  @Test func `a server that is not there is unreachable`() throws {
    let address = try PostgreSQLAddress("postgres:///plans?host=/nowhere")
    #expect {
      try PostgreSQLStore(at: address, host: "here", session: "a")
    } throws: { error in
      if case .unreachable? = error as? StoreError { true } else { false }
    }
  }

  @Test(arguments: [
    (
      "SELECT a FROM plan WHERE b = ? AND c = ?",
      "SELECT a FROM calloff.plan WHERE b = $1 AND c = $2"
    ),
    ("DELETE FROM x WHERE a = ?2 OR b = ?1", "DELETE FROM calloff.x WHERE a = $2 OR b = $1"),
    (
      "INSERT INTO x(a) VALUES (?) ON CONFLICT (a) DO UPDATE SET a = excluded.a",
      "INSERT INTO calloff.x(a) VALUES ($1) ON CONFLICT (a) DO UPDATE SET a = excluded.a"
    ),
    (
      "UPDATE x SET a = (SELECT b FROM (SELECT 1) y)",
      "UPDATE calloff.x SET a = (SELECT b FROM (SELECT 1) y)"
    ),
  ])
  func `statements name the schema and number their parameters`(_ sql: String, _ native: String) {
    #expect(QualifiedSQL(sql).text == native)
  }

  @Test(arguments: [
    "", "a", "\0", "\u{10FFFF}", "\u{10FFFF}0", "a\0\u{10FFFF}1\0\0", "0\u{10FFFF}\u{10FFFF}",
  ])
  func `texts with NUL are read back as they were`(_ text: String) {
    let encoded = EscapedNUL.encoded(text)
    #expect(!encoded.utf8.contains(0))
    #expect(EscapedNUL.decoded(encoded) == text)
  }
}

extension PostgreSQLStore {
  /// Sends a step again that follows one that is not the last any more.
  fileprivate func resend(_ step: Step, after stored: StoredPlan) throws -> Appending {
    known = KnownPlan(number: stored.number, replay: try replay(of: stored))
    return try append(step, to: stored.number, after: stored.head, .sample)
  }

  private func replay(of stored: StoredPlan) throws -> Replay {
    try #require(Replay(stored.plan.creation, after: stored.head, isFrozen: false))
  }
}
