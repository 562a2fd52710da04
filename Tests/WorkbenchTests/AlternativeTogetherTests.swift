import MemoryStores
import Procurement
import Stores
import Testing

@testable import Workbench

/// Several users at the alternatives of one line.
@Suite struct AlternativeTogetherTests {
  private func office() throws -> SharedStoreFixture {
    let office = try SharedStoreFixture("ada", "bo", example: "alternatives")
    for robot in 0..<2 { office.press(robot, "j") }
    return office
  }

  private func alternative(_ id: String, _ office: SharedStoreFixture) throws -> Alternative? {
    try office.stored().lines[1].alternative(id)
  }

  /// The keys that set the first amount of an alternative, the one that is so many rows down.
  private func price(_ row: Int, _ text: String) -> String {
    "o" + String(repeating: "<Down>", count: row) + "<Enter>" + "<.cost>\(text)<Enter><Esc>"
  }

  @Test func `two users edit different alternatives of a line, and different fields of one`() throws
  {
    let office = try office()
    office.press(0, price(0, "170000"))
    // Bo was not notified.
    office.press(1, price(1, "5"))
    #expect(try alternative("lsp", office)?.cost.total.grouped == "170,000.00")
    #expect(try alternative("group", office)?.cost.total.grouped == "12,005.50")
    office.announce()
    office.press(0, "o<Enter>G<Enter><C-u>Ada's note<Enter><Esc>")
    office.press(1, price(0, "160000"))
    #expect(try alternative("lsp", office)?.value(of: .notes) == .notes("Ada's note"))
    #expect(try alternative("lsp", office)?.cost.total.grouped == "160,000.00")
    office.announce()
    #expect(office.robots[0].plan == office.robots[1].plan)
    // Each takes back what was their own.
    office.press(0, "u")
    #expect(
      try alternative("lsp", office)?.value(of: .notes) == .notes("LSP's letter of 3 September"))
    #expect(try alternative("lsp", office)?.cost.total.grouped == "160,000.00")
  }

  @Test func `whose value stays is asked where both set the same field of an alternative`() throws {
    let office = try office()
    office.press(0, price(0, "170000"))
    office.press(1, "o<Enter><.cost>160000<Enter>")
    #expect(office.robots[1].words.contains("ada has changed alternatives of L2 to `lsp:"))
    #expect(office.robots[1].words.contains("capital 2004-05 170000"))
    #expect(try alternative("lsp", office)?.cost.total.grouped == "170,000.00")
    var other = office.robots[1]
    other.press("t")
    #expect(other.plan.lines[1].alternative("lsp")?.cost.total.grouped == "170,000.00")
    office.press(1, "m")
    #expect(try alternative("lsp", office)?.cost.total.grouped == "160,000.00")
  }

  @Test func `undo does not bring money back into a year that another user has removed`() throws {
    let office = try SharedStoreFixture("ada", "bo", example: "alternatives")
    let header = office.robots[0].plan.header
    var longer = header
    let next = FinancialYear(start: try #require(header.years.last).start + 1)
    longer.years.append(try #require(next))
    let year = try #require(longer.years.last)
    let line = office.robots[0].plan.lines[1]
    office.carryOut(0, [.header(from: header, to: longer)])
    office.carryOut(
      0,
      [.set(line: line.id, from: .cost(line.cost), to: .amount(year, .revenue, Money(pence: 9)))])
    office.press(0, "u")
    office.announce()
    office.carryOut(1, [.header(from: longer, to: header)])
    office.announce()
    #expect(office.robots[0].plan.header == header)
    office.press(0, "U")
    #expect(office.robots[0].bottom.contains("use mine"))
    office.press(0, "m")
    #expect(office.robots[0].words.contains("2006-07 is not one of the plan's years"))
    #expect(try office.stored().yearOutside == nil && office.robots[0].plan.yearOutside == nil)
  }

  @Test func `the form of an alternative that another user removes is closed`() throws {
    let office = try office()
    office.press(0, "o<Enter>")
    office.press(1, "o<Enter>d")
    office.announce()
    #expect(office.robots[0].program.context == .plan)
    #expect(office.robots[0].bottom.contains("bo: removing alternative lsp of L2"))
  }

  @Test func `what was being typed into an alternative is offered to the next session`() throws {
    let office = try office()
    office.press(0, "o<Enter>G<Enter><C-u>half a n")
    try office.join("ada")
    #expect(
      office.robots[2].words.contains(
        "typed under your name: `half a n` (alternative lsp notes of L2):"))
    office.press(2, "t<Enter>")
    #expect(try alternative("lsp", office)?.value(of: .notes) == .notes("half a n"))
  }
}
