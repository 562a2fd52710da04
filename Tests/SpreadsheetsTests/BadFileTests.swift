import Spreadsheets
import Testing

@Suite struct BadFileTests {
  private let row = "<row><c r=\"A1\"><v>7</v></c></row>"

  private func fault(_ bytes: [UInt8], _ limits: SpreadsheetLimits = .standard) -> SpreadsheetFault?
  {
    do throws(SpreadsheetFault) { _ = try readSpreadsheet(bytes, limits: limits) } catch {
      return error
    }
    return nil
  }

  private func fault(
    rows: String, limits change: (inout SpreadsheetLimits) -> Void = { _ in }
  ) -> SpreadsheetFault? {
    var limits = SpreadsheetLimits.standard
    change(&limits)
    return fault(SampleFile(rows: rows).bytes, limits)
  }

  @Test(arguments: [
    (["xl/workbook.bin": ""], SpreadsheetFault.Reason.binaryWorkbook),
    (
      ["mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""],
      .openDocument
    ),
    (["word/document.xml": ""], .otherFile),
    (["_rels/.rels": "<Relationships/>"], .otherFile),
  ])
  func `an archive of another kind is named`(
    parts: [String: String], reason: SpreadsheetFault.Reason
  ) {
    var sample = SampleFile()
    sample.parts = parts
    #expect(fault(sample.bytes)?.reason == reason)
  }

  @Test func `a file that is cut off anywhere is refused`() {
    let bytes = SampleFile(rows: row).bytes
    // The last bytes only say that the archive has no comment.
    for count in 0..<bytes.count - 4 { #expect(fault(Array(bytes.prefix(count))) != nil) }
  }

  @Test func `a part that differs from its checksum is refused`() {
    var builder = SampleFile(rows: row).builder
    for place in builder.parts.indices { builder.parts[place].statedChecksum = 1 }
    #expect(fault(builder.archive)?.reason == .damagedArchive)
  }

  @Test func `a part larger or smaller than the archive says is refused`() throws {
    let builder = SampleFile(rows: String(repeating: "<row/>", count: 100) + row).builder
    let place = try #require(builder.parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
    for size in [0, 10, 100_000_000] {
      var wrong = builder
      wrong.parts[place].statedSize = size
      #expect(fault(wrong.archive) != nil)
    }
  }

  @Test func `a bomb stops at the limit whatever sizes it states`() throws {
    var builder = SampleFile().builder
    let place = try #require(builder.parts.firstIndex { $0.name.hasSuffix("sheet1.xml") })
    builder.parts[place].bytes += [UInt8](repeating: 0x20, count: 20_000_000)
    builder.parts[place].isDeflated = true
    var limits = SpreadsheetLimits.standard
    limits.partBytes = 1_000_000
    #expect(builder.archive.count < 100_000)
    #expect(fault(builder.archive, limits)?.reason == .exceeds(.partBytes, limit: 1_000_000))
    limits.partBytes = 50_000_000
    limits.totalBytes = 1_000_000
    #expect(fault(builder.archive, limits)?.reason == .exceeds(.totalBytes, limit: 1_000_000))
  }

  @Test func `two parts of the same name are refused`() {
    var builder = SampleFile(rows: row).builder
    builder.parts.append(builder.parts[0])
    #expect(fault(builder.archive)?.reason == .damagedArchive)
  }

  @Test func `an encrypted part is named as such`() {
    var builder = SampleFile(rows: row).builder
    for place in builder.parts.indices { builder.parts[place].flags |= 1 }
    #expect(fault(builder.archive)?.reason == .encrypted)
  }

  @Test func `each limit stops with the last cell that was reached`() {
    let two = "<row><c><v>1</v></c><c><v>2</v></c></row>"
    #expect(
      fault(rows: two + two) { $0.rows = 1 }?.message.hasPrefix("Lines!B2: more than 1 rows")
        == true)
    #expect(fault(rows: two) { $0.columns = 1 }?.cell?.position == "B1")
    #expect(fault(rows: two + two) { $0.cells = 3 }?.reason == .exceeds(.cells, limit: 3))
    #expect(
      fault(rows: "<row><c r=\"XFD1\"><v>1</v></c></row>")?.reason
        == .exceeds(.columns, limit: 1_000))
    let long =
      "<row><c t=\"inlineStr\"><is><t>\(String(repeating: "x", count: 100))</t></is></c></row>"
    #expect(fault(rows: long) { $0.textBytes = 99 }?.cell?.position == "A1")
    #expect(fault(rows: long) { $0.totalTextBytes = 99 }?.cell?.position == "A1")
    #expect(fault(rows: "") { $0.parts = 2 }?.reason == .exceeds(.parts, limit: 2))
    #expect(fault(rows: "") { $0.sheets = 0 }?.reason == .exceeds(.sheets, limit: 0))
    #expect(fault(rows: "") { $0.fileBytes = 9 }?.reason == .exceeds(.fileBytes, limit: 9))
  }

  @Test(arguments: [
    "<row><c r=\"A1\"><v>7</v></row>", "<row r=\"0\"/>", "<row r=\"2\"/><row r=\"2\"/>",
    "<row r=\"1048577\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c r=\"XFE1\"/></row>",
    "<c/>", String(repeating: "<row>", count: 100),
    "<row a=\"\(String(repeating: "x", count: 2_000_000))\"",
  ])
  func `a sheet that is not in order is damaged`(rows: String) {
    guard case .damagedPart? = fault(rows: rows)?.reason else {
      Issue.record("\(String(describing: fault(rows: rows)))")
      return
    }
  }

  @Test func `a reference to a missing text names the cell`() {
    let found = fault(rows: "<row r=\"4\"><c r=\"C4\" t=\"s\"><v>9</v></c></row>")
    #expect(found?.reason == .missingText)
    #expect(found?.message.hasPrefix("Lines!C4: ") == true)
  }

  @Test func `a document type is refused before anything that it declares is read`() {
    var sample = SampleFile(rows: row)
    let part = sample.parts["xl/worksheets/sheet1.xml"] ?? ""
    sample.parts["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + part
    #expect(fault(sample.bytes)?.reason == .documentType("xl/worksheets/sheet1.xml"))
  }
}
