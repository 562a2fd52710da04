import Procurement
import Stores
import Testing

struct MemoryStoreTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")

  @Test func `who has not seen a step cannot write over it`() throws {
    let content = MemoryStore.Content()
    let store = MemoryStore(content, author: author)
    let other = MemoryStore(
      content, author: Author(user: 2, name: "bo", host: "there", session: "b"))
    let plan = try store.create(.empty, PlanSummary(), for: nil)
    let step = Step(title: "adding L1", edits: [.insert(PlanLine(id: "L1", service: "x"), at: 0)])
    _ = try other.append(step, to: plan.number, after: plan.head, PlanSummary())
    guard
      case .behind(let entries) = try store.append(
        step, to: plan.number, after: plan.head, PlanSummary())
    else {
      Issue.record("the step was taken")
      return
    }
    #expect(entries.map(\.step) == [step])
    #expect(entries.map(\.author.name) == ["bo"])
  }
}
