import Spreadsheets

/// A small spreadsheet file of parts that a test can replace.
struct SampleFile {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts by name.
  var parts: [String: String]

  /// A file with one sheet, whose rows are XML.
  init(
    rows: String = "", after: String = "", sharedTexts: String = "", formats: String = "",
    cellFormats: String = "", properties: String = "", sheet: String = ""
  ) {
    let relationship = "<Relationship Id=\"r%\" Type=\"\(SampleFile.references)/"
    func related(_ id: Int, _ type: String, _ target: String) -> String {
      "\(relationship.replacing("%", with: "\(id)"))\(type)\" Target=\"\(target)\"/>"
    }
    parts = [
      "_rels/.rels": "<Relationships xmlns=\"\(SampleFile.package)\">"
        + related(1, "officeDocument", "xl/workbook.xml") + "</Relationships>",
      "xl/_rels/workbook.xml.rels": "<Relationships xmlns=\"\(SampleFile.package)\">"
        + related(1, "worksheet", "worksheets/sheet1.xml")
        + related(2, "sharedStrings", "sharedStrings.xml") + related(3, "styles", "styles.xml")
        + "</Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns=\"\(SampleFile.main)\" xmlns:r=\"\(SampleFile.references)\">"
        + "<workbookPr \(properties)/><sheets>"
        + "<sheet name=\"Lines\" sheetId=\"1\" \(sheet) r:id=\"r1\"/></sheets></workbook>",
      "xl/worksheets/sheet1.xml": "<worksheet xmlns=\"\(SampleFile.main)\"><sheetData>\(rows)"
        + "</sheetData>\(after)</worksheet>",
      "xl/sharedStrings.xml": "<sst xmlns=\"\(SampleFile.main)\">\(sharedTexts)</sst>",
      "xl/styles.xml": "<styleSheet xmlns=\"\(SampleFile.main)\"><numFmts>\(formats)</numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/>\(cellFormats)</cellXfs></styleSheet>",
    ]
  }

  var builder: ZipBuilder {
    ZipBuilder(
      parts: parts.sorted { $0.key < $1.key }.map { name, text in
        ZipBuilder.Part(name: name, bytes: Array(text.utf8), isDeflated: text.utf8.count > 400)
      })
  }

  var bytes: [UInt8] { builder.archive }

  func read(limits: SpreadsheetLimits = .standard) throws(SpreadsheetFault) -> SpreadsheetDocument {
    try readSpreadsheet(bytes, limits: limits)
  }

  /// The cells of the only row.
  var cells: [SheetCell]? { try? read().sheets.first?.rows.first?.cells }
}
