import Glibc
import Procurement
import RelationalStores
import SQLiteStores
import Stores
import Testing

/// A store that is created when something is first saved in it.
@Suite struct LazyStoreTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func store(_ path: String) throws -> LazySQLiteStore {
    try LazySQLiteStore(path: scratch.path(path), author: author)
  }

  private var author: Author { Author(user: 3, name: "ada", host: "here", session: "a") }

  @Test func `reading creates nothing, and creating a plan creates the store and its folders`()
    throws
  {
    defer { scratch.end() }
    let store = try store("new/folder/plans")
    #expect(try store.plans().isEmpty && store.trusts().isEmpty)
    #expect(try store.plan(for: "/plan.yaml") == nil)
    #expect(throws: StoreError.noPlan) { try store.load(PlanNumber(1)) }
    #expect(throws: StoreError.noPlan) { try store.keep(nil, of: PlanNumber(1)) }
    #expect(access(scratch.path("new"), F_OK) != 0)
    let plan = try store.create(.sample, .sample, for: nil)
    #expect(try store.plans().map(\.number) == [plan.number])
    #expect(access(scratch.path("new/folder/plans"), F_OK) == 0)
  }

  @Test func `importing a register of trusts creates the store`() throws {
    defer { scratch.end() }
    let store = try store("plans")
    let trust = RegisteredTrust(code: "RXX", name: "Sample", cluster: "london")
    try store.replaceTrusts([trust])
    #expect(try store.trusts() == [trust])
  }

  @Test func `a store that another session creates is used`() throws {
    defer { scratch.end() }
    let (first, second) = (try store("plans"), try store("plans"))
    #expect(try second.plans().isEmpty)
    let plan = try first.create(.sample, .sample, for: nil)
    #expect(try second.load(plan.number).plan == .sample)
  }

  @Test func `a path at which a store cannot be created is refused when it is opened`() throws {
    defer { scratch.end() }
    #expect(throws: StoreError.notPermitted) {
      try LazySQLiteStore(path: "/proc/none/plans", author: author)
    }
    _ = try store("plans").create(.sample, .sample, for: nil)
    #expect(throws: StoreError.self) { try store("plans/below") }
    #expect(LazySQLiteStore.canBeMade(at: scratch.path("a/b/c")))
    #expect(!LazySQLiteStore.canBeMade(at: scratch.path("plans/below")))
  }

  @Test func `a missing store is refused if none may be created`() throws {
    defer { scratch.end() }
    for mode in [SQLiteStore.Mode.readOnly, .readWrite] {
      #expect(throws: StoreError.notFound) {
        try LazySQLiteStore(
          path: scratch.path("plans"), author: author, mode: mode, mayBeMade: false)
      }
    }
  }
}
