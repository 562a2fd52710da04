import Procurement
import Spreadsheets
import Testing

@Suite struct CellReadingTests {
  private func cells(_ cells: String, _ file: (inout SampleFile) -> Void = { _ in }) -> [SheetCell]?
  {
    var sample = SampleFile(
      rows: "<row r=\"1\">\(cells)</row>",
      sharedTexts: "<si><t>one</t></si><si><r><t>two </t></r><rPh><t>x</t></rPh>"
        + "<r><rPr><b/></rPr><t>parts</t></r></si>",
      formats: "<numFmt numFmtId=\"164\" formatCode=\"[$-809]d\\ mmm&quot;yyyy&quot;\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"&quot;day&quot; 0.00;[Red]dd\"/>"
        + "<numFmt numFmtId=\"166\" formatCode=\"mm:ss\"/>",
      cellFormats: "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
        + "<xf numFmtId=\"166\"/>")
    file(&sample)
    return sample.cells
  }

  private func date(_ text: String) -> SheetCell {
    CalendarDate(text).map(SheetCell.date) ?? .blank
  }

  @Test func `texts are read from the list of texts, from the cell and from formulas`() {
    #expect(
      cells(
        "<c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>in</t><r><t>line</t></r></is></c>"
          + "<c t=\"str\"><f>A1&amp;\"x\"</f><v>result</v></c><c t=\"s\"><v>0</v></c>")
        == [.text("two parts"), .text("inline"), .text("result"), .text("one")])
  }

  @Test func `escaped characters of a text are read as themselves`() {
    #expect(
      cells("<c t=\"str\"><v>a_x000D_b_x005F_x0041__xD83D__xDE00_</v></c>")
        == [.text("a\rb_x0041_😀")])
  }

  @Test func `a number keeps the digits of the file`() {
    #expect(
      cells("<c><v>1250.50</v></c><c><v> 1.2E6 </v></c><c><v>0x10</v></c><c><v>nan</v></c>")
        == [.number("1250.50"), .number("1.2E6"), .text("0x10"), .text("nan")])
  }

  @Test func `a number is a day if its format shows a day`() {
    #expect(
      cells(
        "<c s=\"1\"><v>38108</v></c><c s=\"2\"><v>38108.75</v></c><c s=\"3\"><v>38108</v></c>"
          + "<c s=\"4\"><v>38108</v></c><c s=\"9\"><v>38108</v></c><c s=\"1\"><v>60</v></c>"
          + "<c s=\"1\"><v>59</v></c><c s=\"1\"><v>0.5</v></c>")
        == [
          date("2004-05-01"), date("2004-05-01"), .number("38108"), .number("38108"),
          .number("38108"), .number("60"), date("1900-02-28"), .number("0.5"),
        ])
  }

  @Test func `a file that counts days from 1904 has the days that it shows`() {
    let found = cells("<c s=\"1\"><v>36646</v></c><c s=\"1\"><v>0</v></c>") { sample in
      sample.parts["xl/workbook.xml"]?.replace("<workbookPr ", with: "<workbookPr date1904=\"1\" ")
    }
    #expect(found == [date("2004-05-01"), date("1904-01-01")])
  }

  @Test func `days in the form of ISO 8601 are read`() {
    #expect(
      cells("<c t=\"d\"><v>2004-05-01T00:00:00</v></c><c t=\"d\"><v>soon</v></c>")
        == [date("2004-05-01"), .text("soon")])
  }

  @Test func `booleans and errors are read as what they are`() {
    #expect(
      cells("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
        == [.boolean(true), .boolean(false), .error("#DIV/0!")])
  }

  @Test func `cells have the columns that they name, and others follow each other`() {
    #expect(
      cells("<c r=\"B1\"><v>1</v></c><c><v>2</v></c><c r=\"AA1\"><v>3</v></c><c r=\"AB1\"/>")
        == [.blank, .number("1"), .number("2")] + Array(repeating: .blank, count: 23)
        + [.number("3")])
  }

  @Test func `a formula without a result is blank, and is remarked on`() throws {
    let sample = SampleFile(
      rows: "<row><c><f>1+1</f></c><c><f t=\"shared\" si=\"0\"/><v></v></c><c><v>3</v></c></row>")
    let document = try sample.read()
    #expect(document.sheets[0].rows[0].cells == [.blank, .blank, .number("3")])
    #expect(document.remarks.map(\.kind) == [.formulaWithoutResult])
    #expect(document.remarks[0].message.contains("A1, B1"))
  }

  @Test func `rows without anything in them are left out`() throws {
    let sample = SampleFile(
      rows: "<row r=\"2\"><c s=\"1\"/></row><row><c t=\"str\"><v></v></c></row>"
        + "<row r=\"9\"><c><v>1</v></c></row><row><c><v>2</v></c></row>")
    #expect(try sample.read().sheets[0].rows.map(\.number) == [9, 10])
  }

  @Test(arguments: [
    ("0%", "50%"), ("0.0%", "50%"), ("#,##0.00 [$€-407]", "€ 0.5"), ("#,##0.00\" USD\"", "USD 0.5"),
    ("$#,##0.00", "$ 0.5"), ("\\€0", "€ 0.5"), ("[$EUR] 0", "EUR 0.5"),
  ])
  func `numbers that are shown as something else than pounds are texts`(
    format: String, text: String
  ) throws {
    #expect(try cell(format) == .text(text))
  }

  @Test(arguments: [
    "General", "0.00", "[$£-809]#,##0.00", "£#,##0", "[$-809]0.00", "\"£\"0", "[Red]0",
  ])
  func `numbers and pounds are numbers`(format: String) throws {
    #expect(try cell(format) == .number("0.5"))
  }

  /// The cell of 0.5 in a format.
  private func cell(_ format: String) throws -> SheetCell {
    var sample = SampleFile(rows: "<row><c s=\"1\"><v>0.5</v></c></row>")
    let code = format.replacing("\"", with: "&quot;")
    sample.parts["xl/styles.xml"] =
      "<styleSheet xmlns=\"\(SampleFile.main)\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"\(code)\"/>"
      + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
    return try #require(try sample.read().sheets[0].rows.first?.cells.first)
  }
}
