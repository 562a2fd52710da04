/// What a spreadsheet file says about itself.
public struct SpreadsheetProperties: Hashable, Sendable {
  /// Its title.
  public var title: String
  /// Who made it; nil if nobody is named.
  public var author: String?
  /// When it was made, such as `2004-11-02T09:30:00Z`; nil if it does not say.
  public var created: String?

  /// The properties of a file.
  public init(title: String, author: String? = nil, created: String? = nil) {
    self.title = title
    self.author = author
    self.created = created
  }
}

/// A sheet whose rows are written.
struct WrittenSheet {
  var name: String
  var layout: SheetLayout
  /// Its place in the file, from 1.
  var number: Int
  var rows = 0
  var columns = 0
  /// The rows of a table: the headings, and what can be filtered by them.
  var table: ClosedRange<Int>?

  /// The cells of the table, such as `A1:F12`.
  func tableCells(isAbsolute: Bool = false) -> String? {
    guard let table, columns > 0 else { return nil }
    let sign = isAbsolute ? "$" : ""
    let last = CellReference.letters(columns - 1)
    return "\(sign)A\(sign)\(table.lowerBound):\(sign)\(last)\(sign)\(table.upperBound)"
  }

  /// The name as formulas write it.
  var quotedName: String { "'\(name.replacing("'", with: "''"))'" }
}

/// The parts of a file that list its sheets and say what they are.
struct WorkbookParts {
  let properties: SpreadsheetProperties
  /// The sheets in the order of their tabs.
  let sheets: [WrittenSheet]

  init(_ properties: SpreadsheetProperties, _ sheets: [WrittenSheet]) {
    self.properties = properties
    self.sheets = sheets.filter(\.layout.isFirst) + sheets.filter { !$0.layout.isFirst }
  }

  static let vocabulary = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let types = "application/vnd.openxmlformats-"

  /// All parts by name, except the sheets.
  var all: [(name: String, xml: String)] {
    [
      ("xl/styles.xml", CellStyle.part), ("xl/workbook.xml", workbook),
      ("xl/_rels/workbook.xml.rels", workbookRelationships), ("docProps/core.xml", core),
      (
        "docProps/app.xml",
        "<Properties xmlns=\"\(WorkbookParts.office)extended-properties\">"
          + "<Application>calloff</Application></Properties>"
      ),
      ("_rels/.rels", relationships), ("[Content_Types].xml", contentTypes),
    ].map { ($0.0, WorkbookParts.declaration + $0.1) }
  }

  private var workbook: String {
    let list = sheets.map { sheet in
      "<sheet name=\"\(sheet.name.xml)\" sheetId=\"\(sheet.number)\" r:id=\"rId\(sheet.number)\"/>"
    }
    let names = sheets.enumerated().flatMap { place, sheet in definedNames(sheet, place) }
    return """
      <workbook xmlns="\(WorkbookParts.vocabulary)" \
      xmlns:r="\(WorkbookParts.office)relationships"><workbookPr/>\
      <bookViews><workbookView activeTab="0"/></bookViews><sheets>\(list.joined())</sheets>\
      \(names.isEmpty ? "" : "<definedNames>\(names.joined())</definedNames>")</workbook>
      """
  }

  /// The filter of a sheet, and the headings that are printed on each page.
  private func definedNames(_ sheet: WrittenSheet, _ place: Int) -> [String] {
    let filter = sheet.tableCells(isAbsolute: true).map { cells in
      "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(place)\" hidden=\"1\">"
        + "\("\(sheet.quotedName)!\(cells)".xml)</definedName>"
    }
    let titles = sheet.table.map { table in
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(place)\">"
        + "\("\(sheet.quotedName)!$\(table.lowerBound):$\(table.lowerBound)".xml)</definedName>"
    }
    return [filter, titles].compactMap { $0 }
  }

  private var workbookRelationships: String {
    let list = sheets.indices.map { place in
      WorkbookParts.relationship(
        place + 1, WorkbookParts.office + "relationships/worksheet",
        "worksheets/sheet\(place + 1).xml")
    }
    let styles = WorkbookParts.relationship(
      sheets.count + 1, WorkbookParts.office + "relationships/styles", "styles.xml")
    return WorkbookParts.relationships(list.joined() + styles)
  }

  private var relationships: String {
    WorkbookParts.relationships(
      WorkbookParts.relationship(
        1, WorkbookParts.office + "relationships/officeDocument", "xl/workbook.xml")
        + WorkbookParts.relationship(
          2, WorkbookParts.package + "relationships/metadata/core-properties", "docProps/core.xml")
        + WorkbookParts.relationship(
          3, WorkbookParts.office + "relationships/extended-properties", "docProps/app.xml"))
  }

  private static func relationships(_ list: String) -> String {
    "<Relationships xmlns=\"\(package)relationships\">\(list)</Relationships>"
  }

  private static func relationship(_ id: Int, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"rId\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }

  private var core: String {
    let created = properties.created.map { time in
      "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(time.xml)</dcterms:created>"
    }
    let creator = properties.author.map { "<dc:creator>\($0.xml)</dc:creator>" }
    return """
      <cp:coreProperties xmlns:cp="\(WorkbookParts.package)metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <dc:title>\(properties.title.xml)</dc:title>\(creator ?? "")\(created ?? "")\
      </cp:coreProperties>
      """
  }

  private var contentTypes: String {
    let sheet = WorkbookParts.types + "officedocument.spreadsheetml."
    let parts =
      sheets.indices.map { ("/xl/worksheets/sheet\($0 + 1).xml", sheet + "worksheet+xml") } + [
        ("/xl/workbook.xml", sheet + "sheet.main+xml"), ("/xl/styles.xml", sheet + "styles+xml"),
        ("/docProps/core.xml", WorkbookParts.types + "package.core-properties+xml"),
        (
          "/docProps/app.xml", WorkbookParts.types + "officedocument.extended-properties+xml"
        ),
      ]
    let overrides = parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return """
      <Types xmlns="\(WorkbookParts.package)content-types"><Default Extension="rels" \
      ContentType="\(WorkbookParts.types)package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())</Types>
      """
  }
}

extension String {
  /// The text in XML: signs escaped, and characters left out that XML cannot contain.
  fileprivate var xml: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text.append(contentsOf: "&amp;".unicodeScalars)
      case "<": text.append(contentsOf: "&lt;".unicodeScalars)
      case ">": text.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": text.append(contentsOf: "&quot;".unicodeScalars)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
