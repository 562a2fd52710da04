import SeededRandom
import Testing
import Text

@testable import Commands

@Suite("Tables for people")
struct TextTableTests {
  private static func table() -> TextTable {
    var table = TextTable([
      .init(title: "", isNumber: false), .init(title: "lines"),
      .init(title: "cost", isFolded: true),
    ])
    table.add(["all", "12", "1,250.00"])
    table.add(heading: "Parts")
    table.add(["北", "", "50.00"])
    return table
  }

  @Test func `columns are aligned, numbers on the right`() {
    #expect(
      TextTableTests.table().text(in: .none) == """
             lines      cost
        all     12  1,250.00

        Parts
        北             50.00

        """)
  }

  @Test func `a row that is too wide is folded`() {
    #expect(
      TextTableTests.table().text(width: 19, in: .none) == """
             lines
              cost
        all     12
          1,250.00

        Parts
        北
             50.00

        """)
    #expect(!TextTableTests.table().text(width: 20, in: .none).contains("\n  1,250"))
  }

  @Test(
    "numbers are grouped",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_034, "12,034"),
      (1_000_000, "1,000,000"),
    ])
  func grouped(number: Int, expected: String) {
    #expect(number.grouped == expected)
  }
}
