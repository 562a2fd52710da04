import MemoryStores
import Procurement
import Stores
import Testing

@testable import Sessions

/// How a plan of the store is called by a user.
@Suite struct PlanNameTests {
  private func plans() throws -> [PlanEntry] {
    let store = MemoryStore(author: Author(user: 1, name: "ada", host: "here", session: "a"))
    for (title, code) in [("First", "rxx"), ("Second", "RYY"), ("Third", "ryy")] {
      let trust = Trust(code: code, name: "", kind: .acute, cluster: "london")
      let plan = Plan(header: Plan.Header(title: title, trust: trust, years: []))
      _ = try store.create(plan, PlanSummary(), for: nil)
    }
    return try store.plans()
  }

  @Test(arguments: ["RXX", "rxx", "rXx", "FIRST", "1"])
  func `a trust or title means its plan in any case`(name: String) throws {
    #expect(try PlanName(text: name).plan(among: plans())?.number == PlanNumber(1))
  }

  @Test func `a trust of several plans means none, whatever their case`() throws {
    let plans = try plans()
    #expect(throws: SessionError.severalPlans("Ryy", numbers: [2, 3])) {
      try PlanName(text: "Ryy").plan(among: plans)
    }
  }
}
