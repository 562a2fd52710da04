import Canvas
import Interaction
import MemoryStores
import Procurement
import Sessions
import Stores
import Testing
import Validation

@testable import Workbench

/// Robots at one store in memory, each at a session of its own.
final class SharedStoreFixture {
  private let content = MemoryStore.Content()
  private(set) var robots: [Robot] = []
  private(set) var stores: [MemoryStore] = []
  private var sessions: [StoreSession] = []
  private var announced = 0
  /// The robots whose sessions have ended; nil if all but the newest have.
  var ended: Set<Int>?

  /// Robots of these people at the plan of an example, which the store has.
  init(_ people: String..., example: String = "imaging", document: String? = nil) throws {
    let index = try Fixture.index()
    let plan = try Fixture.plan(example)
    let summary = Assessment(plan, against: index).summary
    let founder = MemoryStore(
      content, author: SharedStoreFixture.author(document == nil ? "founder" : people[0], 99))
    let link = document.map { DocumentLink(path: $0, step: 1, size: 1, hash: 1) }
    let number = try founder.create(plan, summary, for: link).number
    for person in people { try join(person, number) }
  }

  static func author(_ name: String, _ session: Int) -> Author {
    let user = name.unicodeScalars.reduce(0) { $0 + Int($1.value) }
    return Author(user: user, name: name, host: "here", session: "s\(session)")
  }

  /// Starts a session of a user on the plan.
  func join(
    _ person: String, _ number: PlanNumber = PlanNumber(1), unsaved: UnsavedPlan? = nil,
    whatIf: UnsavedPlan? = nil
  ) throws {
    let store = MemoryStore(content, author: SharedStoreFixture.author(person, robots.count))
    let ended = ended.map { ended in Set(ended.map { "s\($0)" }) }
    var session = StoreSession(
      at: store, path: "store", against: try Fixture.index(),
      isOver: { ended?.contains($0) ?? true })
    var start = try session.open(number, [])
    (start.unsaved, start.whatIf) = (unsaved, whatIf)
    robots.append(Robot(start, store: StoreAccess(author: store.author)))
    stores.append(store)
    sessions.append(session)
  }

  /// A user presses keys; other sessions are not notified yet.
  func press(_ robot: Int, _ script: String) {
    for step in KeyScript.steps(script) {
      switch step {
      case .key(let key): handle(robot, .key(key))
      case .field(let field): robots[robot].focus(field: field)
      }
    }
  }

  func handle(_ robot: Int, _ event: Event) {
    let before = robots[robot].effects.count
    robots[robot].handle(event)
    settle(robot, from: before)
  }

  /// A user carries edits out as one step.
  func carryOut(_ robot: Int, _ edits: [Edit]) {
    robots[robot].program.carryOut("edits", edits)
    handle(robot, .notice)
  }

  /// Tells a robot what came of an effect.
  func receive(_ robot: Int, _ outcome: EffectOutcome) {
    let before = robots[robot].effects.count
    robots[robot].receive(outcome)
    settle(robot, from: before)
  }

  /// All but those who are busy hear of what has happened.
  func announce() {
    for robot in robots.indices { handle(robot, .notice) }
  }

  private func settle(_ robot: Int, from first: Int) {
    var next = first
    while next < robots[robot].effects.count {
      if case .store(let effect) = robots[robot].effects[next],
        let outcome = sessions[robot].perform(effect)
      {
        robots[robot].receive(.store(outcome))
      }
      next += 1
    }
  }

  /// The plan as the store has it.
  func stored() throws -> Plan { try stores[0].load(PlanNumber(1)).plan }
  func journal() throws -> [JournalEntry] { try stores[0].entries(of: PlanNumber(1), after: 0) }
}
