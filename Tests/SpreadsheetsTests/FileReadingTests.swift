import Spreadsheets
import Testing

@Suite struct FileReadingTests {
  private let row = "<row><c r=\"A1\"><v>7</v></c></row>"

  @Test func `a file in the strict form is read`() throws {
    var sample = SampleFile(rows: row)
    for name in sample.parts.keys {
      sample.parts[name]?.replace(
        SampleFile.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
      sample.parts[name]?.replace(
        SampleFile.references, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    #expect(try sample.read().sheets[0].rows[0].cells == [.number("7")])
  }

  @Test(arguments: [
    "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml",
    "/XL/Worksheets/Sheet1.xml",
  ])
  func `a sheet is found by an absolute or relative target`(target: String) throws {
    var sample = SampleFile(rows: row)
    sample.parts["xl/_rels/workbook.xml.rels"]?.replace("worksheets/sheet1.xml", with: target)
    #expect(try sample.read().sheets[0].rows.count == 1)
  }

  @Test func `elements with a prefix are read, and those of other vocabularies are not`() throws {
    var sample = SampleFile()
    sample.parts["xl/worksheets/sheet1.xml"] =
      "<x:worksheet xmlns:x=\"\(SampleFile.main)\" xmlns:o=\"urn:other\"><x:sheetData><x:row>"
      + "<x:c><x:v>7</x:v></x:c><o:c><x:c><x:v>8</x:v></x:c></o:c></x:row></x:sheetData>"
      + "</x:worksheet>"
    #expect(try sample.read().sheets[0].rows[0].cells == [.number("7")])
  }

  @Test func `what is not read as users may expect is remarked on`() throws {
    var sample = SampleFile(
      rows: row, after: "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>",
      sheet: "state=\"hidden\"")
    sample.parts["xl/vbaProject.bin"] = "macros"
    sample.parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    let document = try sample.read()
    #expect(
      document.remarks.map(\.kind) == [.macros, .externalLinks, .hiddenSheet, .mergedCells])
    #expect(
      document.remarks[3].message.hasSuffix(
        "the value of each is in its first row and column: A1:C1"))
    #expect(document.sheets[0].rows.count == 1)
  }

  @Test func `hidden rows and columns are read, with a remark`() throws {
    let hidden = "<row r=\"3\" hidden=\"1\"><c><v>7</v></c></row><row r=\"4\" hidden=\"true\"/>"
    var sample = SampleFile(rows: row + hidden)
    sample.parts["xl/worksheets/sheet1.xml"]?.replace(
      "<sheetData>",
      with: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"16384\" "
        + "hidden=\"1\"/></cols><sheetData>")
    let document = try sample.read()
    #expect(
      document.remarks.map(\.message) == [
        "sheet `Lines` has hidden rows, which are read like the others: 3",
        "sheet `Lines` has hidden columns, which are read like the others: B, C",
      ])
    #expect(document.sheets[0].rows.map(\.number) == [1, 3])
  }

  @Test func `a chart has a remark and is not read`() throws {
    var sample = SampleFile(rows: row)
    sample.parts["xl/workbook.xml"]?.replace(
      "</sheets>", with: "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"r9\"/></sheets>")
    sample.parts["xl/_rels/workbook.xml.rels"]?.replace(
      "</Relationships>",
      with: "<Relationship Id=\"r9\" Type=\"\(SampleFile.references)/chartsheet\" "
        + "Target=\"chartsheets/sheet1.xml\"/></Relationships>")
    let document = try sample.read()
    #expect(document.sheets.map(\.name) == ["Lines"])
    #expect(document.remarks.map(\.kind) == [.sheetWithoutCells])
  }

  @Test func `cells are named as formulas name them`() {
    #expect(CellReference(sheet: "Lines", row: 12, column: 5).description == "Lines!F12")
    #expect(CellReference(sheet: "My 'x'", row: 1, column: 26).description == "'My ''x'''!AA1")
    #expect(CellReference(row: 3, column: 16_383).description == "XFD3")
  }
}
