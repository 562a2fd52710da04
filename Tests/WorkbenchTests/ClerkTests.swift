import Procurement
import Stores
import Testing

@testable import Workbench

@Suite struct ClerkTests {
  @Test func `a document is noted at the step of its own plan, whatever was open before`() throws {
    let store = MemoryStore(author: Office.author("ada", 1))
    let long = try store.create(.empty, PlanSummary(), for: nil).number
    for head in 1..<9 {
      let step = Step(title: "nothing", edits: [])
      _ = try store.append(step, to: long, after: head, PlanSummary())
    }
    let document = DocumentLink(path: "/plan.yaml", step: 0, size: 1, hash: 1)
    let short = try store.create(.empty, PlanSummary(), for: document).number
    var clerk = Clerk(at: store, path: "store")
    _ = clerk.perform(.open(long))
    _ = clerk.perform(.open(short))
    clerk.wrote(to: "/plan.yaml", size: 2, hash: 2)
    let known = try #require(try store.plan(for: "/plan.yaml"))
    #expect(known.2.step == 1 && known.2.hash == 2)
  }
}
