import MemoryStores
import Procurement
import Sessions
import Stores
import Testing

@testable import Workbench

/// The session at a store, which alone knows where the open plan is in its journal.
@Suite struct StoreSessionTests {
  private func session(at store: MemoryStore) throws -> StoreSession {
    StoreSession(at: store, path: "store", against: try Fixture.index())
  }

  /// A plan of so many steps.
  private func plan(
    of steps: Int, in store: MemoryStore, for document: DocumentLink? = nil
  ) throws -> PlanNumber {
    let number = try store.create(.empty, PlanSummary(), for: document).number
    for head in 1..<steps {
      let step = Step(title: "nothing", edits: [])
      _ = try store.append(step, to: number, after: head, PlanSummary())
    }
    return number
  }

  private static let document = DocumentLink(path: "/plan.yaml", step: 0, size: 1, hash: 1)

  @Test func `a document is noted at the step of its own plan, whatever was open before`() throws {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    let long = try plan(of: 9, in: store)
    let short = try plan(of: 1, in: store, for: StoreSessionTests.document)
    var session = try session(at: store)
    _ = session.perform(.open(long))
    _ = session.perform(.open(short))
    session.wrote(to: "/plan.yaml", size: 2, hash: 2)
    let known = try #require(try store.plan(for: "/plan.yaml"))
    #expect(known.2.step == 1 && known.2.hash == 2)
  }

  @Test func `a version is of the step that was named, or of the last one`() throws {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    let number = try plan(of: 5, in: store)
    var session = try session(at: store)
    _ = session.perform(.open(number))
    _ = session.perform(.name("early", after: 2))
    _ = session.perform(.name("now", after: nil))
    #expect(try store.versions(of: number).map(\.step) == [5, 2])
  }

  @Test func `the plan of a document is stored before its first step, which follows it`() throws {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    var session = try session(at: store)
    session.open(unstored: .empty, PlanSummary(), of: StoreSessionTests.document)
    #expect(session.number == nil)
    let step = Step(title: "nothing", edits: [])
    guard case .recorded(let number, let plan) = session.perform(.record(step, PlanSummary()))
    else {
      Issue.record("the step is not stored")
      return
    }
    #expect(
      plan == PlanNumber(1) && number == 2 && session.known == 2 && session.document?.step == 1)
  }

  @Test func `a session follows a plan that another session has stored, changed and written`()
    throws
  {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    var (first, second) = (try session(at: store), try session(at: store))
    let plan = try Fixture.plan("imaging")
    first.open(unstored: plan, PlanSummary(), of: StoreSessionTests.document)
    second.open(unstored: plan, PlanSummary(), of: StoreSessionTests.document)
    let edit = Edit.set(line: "L1", from: plan.lines[0].current(for: .notes(nil)), to: .notes("a"))
    _ = first.perform(.record(Step(title: "notes of L1", edits: [edit]), PlanSummary()))
    first.wrote(to: "/plan.yaml", size: 2, hash: 2)
    guard case .caughtUp(let news) = second.perform(.catchUp(withPlans: false)) else {
      Issue.record("the session does not follow the stored plan")
      return
    }
    #expect(news.entries.map(\.step.edits) == [[edit]] && news.written == 2)
    let other = Edit.set(line: "L2", from: plan.lines[1].current(for: .notes(nil)), to: .notes("b"))
    let step = Step(title: "notes of L2", edits: [other])
    guard case .recorded = second.perform(.record(step, PlanSummary())) else {
      Issue.record("the step is not stored")
      return
    }
    #expect(try store.load(PlanNumber(1)).plan.lines[0].notes == "a")
  }

  @Test func `news has the number of the open plan once the store has it`() throws {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    var session = try session(at: store)
    session.open(unstored: .empty, PlanSummary(), of: StoreSessionTests.document)
    func number() -> PlanNumber? {
      guard case .caughtUp(let news) = session.perform(.catchUp(withPlans: false)) else {
        return nil
      }
      return news.plan
    }
    #expect(number() == nil)
    _ = session.perform(.keep(Draft(.plan, field: "title", text: "half")))
    #expect(number() == PlanNumber(1))
  }

  @Test func `a changed document is taken in, and the plan before it is known`() throws {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    let number = try plan(of: 1, in: store, for: StoreSessionTests.document)
    var session = try session(at: store)
    let start = try session.open(number, [])
    var theirs = start.plan
    theirs.header.title = "theirs"
    let link = DocumentLink(path: "/plan.yaml", step: 0, size: 2, hash: 2)
    let changed = try session.add(theirs, of: link, to: start)
    #expect(changed.plan == theirs && changed.replaced == start.plan)
    let robot = Robot(changed, store: StoreAccess(author: store.author))
    #expect(
      robot.bottom.contains(
        "another program has changed the document; taken from it: title, trust and years"))
  }

  @Test func `news says once that another session wrote the document, and never of an own write`()
    throws
  {
    let content = MemoryStore.Content()
    let stores = (1...2).map { MemoryStore(content, author: SharedStoreFixture.author("ada", $0)) }
    let number = try plan(of: 3, in: stores[0], for: StoreSessionTests.document)
    var sessions = try stores.map { try session(at: $0) }
    for place in sessions.indices { _ = sessions[place].perform(.open(number)) }
    sessions[0].wrote(to: "/plan.yaml", size: 2, hash: 2)
    func written(_ place: Int) -> Int? {
      guard case .caughtUp(let news) = sessions[place].perform(.catchUp(withPlans: false)) else {
        return nil
      }
      return news.written
    }
    #expect(written(0) == nil)
    #expect(written(1) == 3)
    #expect(written(1) == nil)
  }
}
