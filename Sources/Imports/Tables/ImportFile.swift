public import Documents
import Procurement
public import Spreadsheets
import Text

/// A file, or a text, whose tables can be imported.
public struct ImportFile: Sendable {
  /// What the user calls it; empty for what was pasted.
  public let name: String
  /// Its sheets, or the one table of a text.
  public let tables: [SheetTable]
  /// What the user should know about it although it could be read.
  let remarks: [Remark]

  /// Something about a file that is not read as a user may expect.
  enum Remark: Hashable, Sendable {
    case spreadsheet(SpreadsheetRemark)
    /// A table of text is in the encoding of Windows.
    case notUnicode
  }

  /// Why a file cannot be read.
  public enum Fault: Error, Hashable, Sendable {
    case spreadsheet(SpreadsheetFault)
    case table(FaultList)

    /// What is wrong and what to do; of several faults the first.
    public var message: String {
      switch self {
      case .spreadsheet(let fault): fault.message
      case .table(let faults):
        faults.faults.first.map { "line \($0.place.line): \($0.message)" } ?? "not a table"
      }
    }
  }

  /// The endings of the names of files that can be read.
  public static let endings = ["xlsx", "xlsm", "csv", "tsv", "tab", "txt"]

  /// Reads a spreadsheet file, or a table that is text.
  public init(_ bytes: [UInt8], named name: String) throws(Fault) {
    self.name = name
    let ending = ImportFile.ending(of: name)
    let isArchive = bytes.starts(with: Array("PK".utf8))
    let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    guard isArchive || isCompound || ["xlsx", "xlsm", "xls", "ods"].contains(ending) else {
      let converted = Windows1252Text.utf8(of: bytes)
      remarks = converted == nil ? [] : [.notUnicode]
      do throws(FaultList) {
        let isTabbed = ending == "tsv" || ending == "tab"
        tables = [try SheetTable(text: converted ?? bytes, separatedBy: isTabbed ? .tab : nil)]
      } catch { throw .table(error) }
      return
    }
    do throws(SpreadsheetFault) {
      let document = try readSpreadsheet(bytes)
      tables = document.sheets
      remarks = document.remarks.map(Remark.spreadsheet)
    } catch { throw .spreadsheet(error) }
  }

  /// Rows that were pasted, one text after another; a text with headings is a table of its own.
  public init(pasted texts: [String]) {
    name = ""
    tables = PastedTables(texts).tables
    remarks = []
  }

  /// Whether a text has a row with the names of columns of a plan.
  public static func isTable(_ bytes: [UInt8]) -> Bool {
    guard let file = try? ImportFile(bytes, named: "-") else { return false }
    return ColumnMapping(of: file.tables, choosing: []).sheets.contains { sheet in
      sheet.columns.count { $0.field != .ignored } > 1
    }
  }

  /// The ending of a file's name in lower case, without the dot.
  public static func ending(of name: String) -> String {
    name.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
  }

  init(name: String, tables: [SheetTable]) {
    (self.name, self.tables, remarks) = (name, tables, [])
  }

  /// The first value of a column below the headings of its sheet, to recognise it by; not safe to
  /// show.
  public func sample(of place: ColumnPlace, on sheet: SheetMapping) -> String {
    guard tables.indices.contains(place.table) else { return "" }
    return tables[place.table].rows.dropFirst(sheet.firstRow).prefix(200).lazy.compactMap { row in
      place.column < row.cells.count ? row.cells[place.column].shown.nonEmpty : nil
    }.first ?? ""
  }

  /// How many rows hold something.
  public var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }
}

/// A row that was pasted, as texts.
public struct PastedRow: Hashable, Sendable {
  /// Its number, from 1; blank rows are counted.
  public let number: Int
  /// Its cells without blank ones at the end.
  public let cells: [String]

  /// The rows of a pasted text, without blank ones.
  public static func all(of text: String) -> [PastedRow] {
    SheetTable(pasted: text).rows.map { PastedRow(number: $0.number, cells: $0.cells.map(\.raw)) }
  }
}
