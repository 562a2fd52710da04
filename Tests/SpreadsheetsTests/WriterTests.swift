@testable import Spreadsheets
import Testing

@Suite struct WriterTests {
  /// The text of a part of a file.
  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    var text: [UInt8] = []
    try Archive(bytes, .standard).read(name) { text += $0 }
    return String(decoding: text, as: UTF8.self)
  }

  private func file(_ write: (inout SpreadsheetWriter<Never>) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = SpreadsheetWriter<Never>(SpreadsheetProperties(title: "T & <t>")) { bytes += $0 }
    write(&writer)
    writer.finish()
    return bytes
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\u{FF1D}1", " =1", "a|b!c"])
  func `a text like a formula is a text that stays one when it is edited`(text: String) throws {
    let bytes = file { writer in
      writer.beginSheet(SheetLayout(name: "S"))
      writer.append([.text(text), .text(text, .wrapped)])
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(!sheet.contains("<f>"))
    let count = CellStyle.allCases.count
    #expect(sheet.contains("<c r=\"A1\" s=\"\(count)\" t=\"inlineStr\">"))
    #expect(sheet.contains("<c r=\"B1\" s=\"\(count + 1)\" t=\"inlineStr\">"))
    let styles = try part("xl/styles.xml", of: bytes)
    #expect(styles.split(separator: "quotePrefix").count == count + 1)
  }

  @Test func `equal content gives equal bytes`() {
    let files = (0..<2).map { _ in
      file { writer in
        writer.beginSheet(SheetLayout(name: "S", widths: [9], frozenRows: 1))
        writer.append([.heading("Line")])
        writer.endTable(headings: 1)
      }
    }
    #expect(files[0] == files[1])
  }

  @Test func `rows are passed on while others are still to come`() {
    var pieces: [Int] = []
    var writer = SpreadsheetWriter<Never>(SpreadsheetProperties(title: "")) {
      pieces.append($0.count)
    }
    writer.beginSheet(SheetLayout(name: "S"))
    for row in 0..<50_000 {
      writer.append([.number(row &* 7_919 % 100_003), .text("line \(row)")])
    }
    #expect(pieces.count > 3)
    #expect(pieces.allSatisfy { $0 < 1 << 18 })
  }

  @Test func `headings stay in view, are filtered by and are printed on each page`() throws {
    let bytes = file { writer in
      writer.beginSheet(SheetLayout(name: "It's", frozenRows: 1, frozenColumns: 2))
      writer.append([.heading("Line"), .heading("Cost")])
      writer.append([.text("L1"), .number(1)])
      writer.endTable(headings: 1)
      writer.append([.text("Total"), .formula("SUM(B2:B2)", .number(1))])
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:B2\"/>"))
    let workbook = try part("xl/workbook.xml", of: bytes)
    #expect(workbook.contains(">'It''s'!$A$1:$B$2</definedName>"))
    #expect(workbook.contains(">'It''s'!$1:$1</definedName>"))
  }

  @Test func `the first tab may be written last`() throws {
    let bytes = file { writer in
      writer.beginSheet(SheetLayout(name: "Lines"))
      var layout = SheetLayout(name: "Summary")
      layout.isFirst = true
      writer.beginSheet(layout)
      writer.append([.text("x")])
    }
    let document = try readSpreadsheet(bytes)
    #expect(document.sheets.map(\.name) == ["Summary", "Lines"])
    #expect(document.sheets[0].rows.count == 1)
  }

  @Test func `names of sheets are ones that programs accept, and differ`() {
    func name(_ wanted: String, _ others: [String] = []) -> String {
      SheetNames.name(wanted, besides: others)
    }
    #expect(name("a/b:c*d?e[f]g\\h") == "a b c d e f g h")
    #expect(name("'quoted'") == "quoted")
    #expect(name(" \u{7} ") == "Sheet")
    #expect(name("History") == "History 2")
    #expect(name("lines", ["Lines", "LINES 2"]) == "lines 3")
    #expect(name(String(repeating: "x", count: 40)).utf16.count == 31)
    let long = name(String(repeating: "x", count: 40))
    #expect(name(long, [long]) == String(repeating: "x", count: 29) + " 2")
  }
}
