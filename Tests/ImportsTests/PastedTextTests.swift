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

  @Test func `a table is told from a plan document by its headings`() {
    func isTable(_ text: String) -> Bool { ImportFile.isTable(Array(text.utf8)) }
    #expect(isTable("A plan\n\nservice,supplier\nHelpdesk,Acme\n"))
    #expect(isTable("line\tcapital 2004-05\nL1\t5\n"))
    #expect(!isTable("calloff: 1\ntitle: service, supplier\nlines:\n  - {id: L1, service: a}\n"))
    #expect(!isTable("{\"calloff\": 1, \"lines\": [{\"id\": \"L1\", \"service\": \"core\"}]}"))
    #expect(!isTable("service\nHelpdesk\n"))
  }

  @Test func `only what is neither UTF-8 nor UTF-16 is read as Windows-1252`() {
    #expect(Windows1252Text.utf8(of: Array("caf\u{E9}".utf8)) == nil)
    #expect(Windows1252Text.utf8(of: [0x61, 0x00, 0x62, 0x00]) == nil)
    #expect(Windows1252Text.utf8(of: [0x80, 0x20, 0x81]) == nil)
    let text = Windows1252Text.utf8(of: [0x80, 0x93, 0xA3, 0x61, 0xFF])
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == "\u{20AC}\u{201C}\u{A3}a\u{FF}")
  }
}
