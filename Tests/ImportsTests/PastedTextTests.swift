import Documents
import Spreadsheets
import Testing

@testable import Imports

/// Text as spreadsheets put it on a clipboard.
@Suite struct PastedTextTests {
  private func cells(_ text: String) -> [[String]] {
    SheetTable(pasted: text).rows.map { $0.cells.map(\.shown) }
  }

  @Test func `a cell with tabs, breaks and quotes is one cell`() {
    #expect(
      cells("a\t\"b\tc\nd \"\"e\"\"\"\t'=1+1\n\nf") == [["a", "b\tc\nd \"e\"", "=1+1"], ["f"]])
  }

  @Test(arguments: [
    ("5\" pipe\tb", [["5\" pipe", "b"]]), ("\"a\" b\tc", [["\"a\" b", "c"]]),
    ("\"open\tc\nd", [["\"open", "c"], ["d"]]), ("\"a\"\"\tb", [["\"a\"\"", "b"]]),
  ])
  func `a quote that does not enclose a cell is part of it`(_ text: String, _ rows: [[String]]) {
    #expect(cells(text) == rows)
  }

  @Test func `rows are numbered with blank ones, and cells with breaks are one row`() {
    let table = SheetTable(pasted: "a\tb\n\n \t \n\"c\nd\"\te\n")
    #expect(table.rows.map(\.number) == [1, 4])
  }

  @Test func `many quotes are read in little time`() {
    let table = SheetTable(pasted: String(repeating: "\"a\t", count: 200_000))
    #expect(table.rows.first?.cells.count == 16_384)
  }

  @Test func `tables are separated as their first row with a separator is`() throws {
    let table = try SheetTable(text: Array("A plan\n\nservice\tsupplier\nHelpdesk\tA, B\n".utf8))
    #expect(table.rows.map(\.cells.count) == [1, 2, 2])
    #expect(throws: FaultList.self) { try SheetTable(text: Array("a,\"b\" c\n".utf8)) }
    #expect(throws: FaultList.self) { try SheetTable(text: Array("a;b\n1;2\n".utf8)) }
  }
}
