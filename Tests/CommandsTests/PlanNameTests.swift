import MemoryStores
import Procurement
import Stores
import Testing

@testable import Sessions

/// How users name plans in the store.
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
  func `a trust or title finds its plan, in any case`(name: String) throws {
    #expect(try PlanName(text: name).plan(among: plans())?.number == PlanNumber(1))
  }

  @Test func `a trust with several plans is ambiguous, whatever the case`() throws {
    let plans = try plans()
    #expect(throws: SessionError.severalPlans("Ryy", numbers: [2, 3])) {
      try PlanName(text: "Ryy").plan(among: plans)
    }
  }
}
