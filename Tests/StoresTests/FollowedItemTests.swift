import Procurement
import Stores
import Testing

/// A line, fund or group that is followed through edits by its id.
@Suite struct FollowedItemTests {
  private func line(_ id: String) -> PlanLine { PlanLine(id: id, service: "core.maternity") }

  @Test func `a line is followed through renames until it is removed`() {
    var item = FollowedItem(line: "L2")
    item.follow([
      .set(line: "L2", from: .id("L2"), to: .id("X")),
      .set(line: "L3", from: .id("L3"), to: .id("L2")),
      .remove(line("L2"), at: 2), .move(line: "X", from: 1, to: 0),
    ])
    #expect(item.id == "X" && !item.isRemoved && item.gap == nil)
    item.follow([.remove(line("X"), at: 0)])
    #expect(item.isRemoved && item.gap == 0)
    item.follow([.insert(line("X"), at: 3)])
    #expect(!item.isRemoved)
  }

  @Test func `the place of a removed line moves with its neighbours`() {
    var item = FollowedItem(line: "L3")
    item.follow([.remove(line("L3"), at: 2)])
    for (edit, gap) in [
      (Edit.remove(line("L1"), at: 0), 1), (.insert(line("A"), at: 0), 2),
      (.insert(line("B"), at: 4), 2), (.move(line: "B", from: 4, to: 0), 3),
      (.move(line: "B", from: 0, to: 4), 2),
    ] {
      item.follow([edit])
      #expect(item.gap == gap)
    }
  }

  @Test func `a fund and a line with one id are distinguished`() {
    let fund = Fund(id: "L1", name: "", pays: .either)
    var item = FollowedItem(line: "L1")
    item.follow([.fund(at: 0, from: fund, to: nil)])
    #expect(!item.isRemoved)
    item = FollowedItem(fund: "L1")
    item.follow([.remove(line("L1"), at: 0), .fund(at: 0, from: fund, to: nil)])
    #expect(item.isRemoved)
  }
}
