import Text

/// Why a file cannot be read as a spreadsheet.
public struct SpreadsheetFault: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public enum Reason: Hashable, Sendable {
    /// It is not a spreadsheet file.
    case otherFile
    /// It has the format of Excel 97, or another one that a zip archive does not hold.
    case oldFormat
    /// It is encrypted with a password.
    case encrypted
    /// It is an OpenDocument spreadsheet.
    case openDocument
    /// It is a binary workbook.
    case binaryWorkbook
    /// The archive or one of its parts is damaged.
    case damagedArchive
    /// A part of the file is not XML, or not in the order that spreadsheets have.
    case damagedPart(String)
    /// A part that every spreadsheet has is missing.
    case missingPart(String)
    /// A part declares a document type, which spreadsheets never do.
    case documentType(String)
    /// A cell refers to a text that the file does not have.
    case missingText
    /// It is larger than what is read.
    case exceeds(SpreadsheetLimits.Kind, limit: Int)
  }

  /// What is wrong.
  public var reason: Reason
  /// The sheet in which it was found.
  public var sheet: String?
  /// The last cell that was read before it was found, or the cell that it is about.
  public var cell: CellReference?

  init(_ reason: Reason, sheet: String? = nil, cell: CellReference? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }

  /// Where it is, what is wrong and what to do.
  public var message: String {
    if let cell { return "\(cell): \(words)" }
    if let sheet { return "sheet `\(VisibleText.safe(sheet))`: \(words)" }
    return words
  }

  private var words: String {
    switch reason {
    case .otherFile: "not a spreadsheet; use an .xlsx file, or save the table as CSV"
    case .oldFormat: "the format is older than .xlsx; save the file as .xlsx"
    case .encrypted: "the file is encrypted; save it without a password"
    case .openDocument: "an OpenDocument spreadsheet (.ods); save it as .xlsx"
    case .binaryWorkbook: "a binary workbook (.xlsb); save it as .xlsx"
    case .damagedArchive:
      "the file is damaged; get it again, or open it in a spreadsheet program and save it"
    case .damagedPart(let part): "\(named(part)) is damaged; \(SpreadsheetFault.repair)"
    case .missingPart(let part): "\(named(part)) is missing; \(SpreadsheetFault.repair)"
    case .documentType(let part):
      "\(named(part)) declares a document type, which could refer to other files; "
        + SpreadsheetFault.repair
    case .missingText:
      "the cell refers to a text that is not in the file; \(SpreadsheetFault.repair)"
    case .exceeds(let kind, let limit): SpreadsheetFault.words(kind, limit)
    }
  }

  private static let repair = "open the file in a spreadsheet program and save it"

  private func named(_ part: String) -> String { "part `\(VisibleText.safe(part))`" }

  private static func words(_ kind: SpreadsheetLimits.Kind, _ limit: Int) -> String {
    switch kind {
    case .fileBytes, .partBytes, .totalBytes:
      "larger than \((limit >> 20).grouped) MiB\(kind == .fileBytes ? "" : " when decompressed"); "
        + "keep only the sheets and rows that are needed"
    case .parts: "more than \(limit.grouped) parts; copy the sheets that are needed to a new file"
    case .sheets: "more than \(limit.grouped) sheets; keep only those that are needed"
    case .rows: "more than \(limit.grouped) rows; delete what is below the table, or split it"
    case .columns:
      "beyond column \(CellReference.letters(limit - 1)), the last that is read; "
        + "delete what is to the right of the table"
    case .cells: "more than \(limit.grouped) cells; keep only the sheets that are needed"
    case .totalTextBytes:
      "more than \((limit >> 20).grouped) MiB of text; keep only the sheets that are needed"
    case .textBytes: "a text of more than \(limit.grouped) bytes; shorten it"
    }
  }
}
