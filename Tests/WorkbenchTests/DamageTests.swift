import Interaction
import MemoryStores
import Procurement
import Sessions
import Stores
import Testing
import Validation

@testable import Workbench

/// What the workbench shows where a store holds what cannot be.
@Suite struct DamageTests {
  private func robot() throws -> (Robot, MemoryStore) {
    let store = MemoryStore(author: SharedStoreFixture.author("ada", 1))
    let plan = try Fixture.plan("imaging")
    let assessment = Assessment(plan, against: try Fixture.index())
    let number = try store.create(plan, assessment.summary, for: nil).number
    var session = StoreSession(at: store, path: "store", against: try Fixture.index())
    let start = try session.open(number, [])
    return (Robot(start, store: StoreAccess(author: store.author)), store)
  }

  @Test func `a damaged plan is a row beside the others, and says why`() throws {
    var (robot, store) = try robot()
    robot.press("0")
    let damaged = PlanEntry(damaged: PlanNumber(7), "plan 7: changed is out of range")
    robot.receive(.store(.plans(try store.plans() + [damaged], [])))
    #expect(robot.rows.contains { $0.contains("plan 7 is damaged") })
    robot.press("j")
    #expect(robot.screen.contains("damaged: plan 7: changed is out of range"))
    #expect(robot.screen.contains("`calloff store check` says more"))
  }

  @Test func `a step that cannot be read is a message, and work goes on`() throws {
    var (robot, _) = try robot()
    let before = robot.plan
    robot.handle(.notice)
    robot.receive(
      .store(.failed("the store `store` is damaged (plan 1, a step: at is out of range)")))
    #expect(robot.bottom.contains("is damaged"))
    robot.press("jd")
    #expect(robot.plan.lines.count == before.lines.count - 1)
  }

  @Test func `another's step that does not fit is a message, and no end`() throws {
    var (robot, store) = try robot()
    let before = robot.plan
    let moment = try #require(try store.plans().first?.changed)
    var line = PlanLine(id: "new", service: "future")
    let year = try #require(FinancialYear(start: 2004))
    line.cost[year, .capital] = Money(pence: .max)
    for edit in [
      Edit.insert(line, at: 0), .remove(PlanLine(id: "gone", service: ""), at: 0),
      .move(line: "gone", from: 0, to: 1),
    ] {
      let entry = JournalEntry(
        number: 2, author: store.author, at: moment, step: Step(title: "forged", edits: [edit]))
      robot.receive(.store(.caughtUp(News(entries: [entry]))))
      #expect(robot.bottom.contains("the plan is no longer what the store has"))
      #expect(robot.plan == before)
    }
  }
}
