/// Reads an `.xlsx` file, also one of LibreOffice, Google Sheets or a program.
///
/// Nothing in the file is run, and nothing outside it is opened. Formulas give the results that the
/// file has of them.
public func readSpreadsheet(
  _ bytes: [UInt8], limits: SpreadsheetLimits = .standard
) throws(SpreadsheetFault) -> SpreadsheetDocument {
  guard bytes.count <= limits.fileBytes else {
    throw SpreadsheetFault(.exceeds(.fileBytes, limit: limits.fileBytes))
  }
  if let fault = FileForm.fault(of: bytes) { throw fault }
  let archive = try Archive(bytes, limits)
  if let fault = FileForm.fault(of: archive) { throw fault }
  return try WorkbookReader(archive, limits).document()
}

/// What tells files apart that users take for spreadsheets.
private enum FileForm {
  /// Why bytes are not a zip archive; nil if they may be one.
  static func fault(of bytes: [UInt8]) -> SpreadsheetFault? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // The folder of a compound file has names in UTF-16.
      let isEncrypted = contains(bytes[...], Array("EncryptedPackage".utf8.flatMap { [$0, 0] }))
      return SpreadsheetFault(isEncrypted ? .encrypted : .oldFormat)
    }
    if bytes.starts(with: Array("PK".utf8)) { return nil }
    let vocabulary = Array("urn:schemas-microsoft-com:office:spreadsheet".utf8)
    return SpreadsheetFault(
      contains(bytes.prefix(1_024), vocabulary) ? .oldFormat : .otherFile)
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
    var rest = bytes
    while let place = rest.firstIndex(of: part[0]) {
      rest = rest[place...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Why an archive is not an `.xlsx` file; nil if it may be one.
  static func fault(of archive: Archive) -> SpreadsheetFault? {
    if archive.has("xl/workbook.bin") { return SpreadsheetFault(.binaryWorkbook) }
    if archive.has("mimetype"), archive.has("content.xml") {
      return SpreadsheetFault(.openDocument)
    }
    if archive.has("_rels/.rels") || archive.has("xl/workbook.xml") { return nil }
    return SpreadsheetFault(.otherFile)
  }
}

/// Reads the sheets of a workbook one after the other.
private struct WorkbookReader {
  private let archive: Archive
  private let limits: SpreadsheetLimits
  private let relationships: Relationships
  private let workbook: WorkbookPart
  private var remarks: [SpreadsheetRemark] = []

  init(_ archive: Archive, _ limits: SpreadsheetLimits) throws(SpreadsheetFault) {
    self.archive = archive
    self.limits = limits
    let part = try Relationships(of: "", in: archive).part("officeDocument") ?? "xl/workbook.xml"
    guard archive.has(part), part.hasSuffix(".xml") else { throw SpreadsheetFault(.otherFile) }
    workbook = WorkbookPart(limits)
    try archive.read(part, workbook)
    // A text document or a presentation is read as XML without sheets.
    guard !workbook.sheets.isEmpty else { throw SpreadsheetFault(.otherFile) }
    relationships = try Relationships(of: part, in: archive)
  }

  func document() throws(SpreadsheetFault) -> SpreadsheetDocument {
    var document = SpreadsheetDocument(sheets: [], remarks: fileRemarks)
    let context = try context()
    var parts: Set<String> = []
    for sheet in workbook.sheets {
      guard let part = relationships.byID[sheet.relationship], part.type == "worksheet" else {
        document.remarks.append(SpreadsheetRemark(.sheetWithoutCells, sheet: sheet.name))
        continue
      }
      // A part that is several sheets would be read, and kept, as often.
      guard parts.insert(part.part).inserted else {
        throw SpreadsheetFault(.damagedPart(part.part), sheet: sheet.name)
      }
      if sheet.isHidden {
        document.remarks.append(SpreadsheetRemark(.hiddenSheet, sheet: sheet.name))
      }
      let reader = SheetReader(sheet.name, context)
      do throws(SpreadsheetFault) { try archive.read(part.part, reader) } catch {
        var fault = error
        fault.sheet = sheet.name
        fault.cell = fault.cell ?? reader.lastCell
        throw fault
      }
      document.sheets.append(SheetTable(name: sheet.name, rows: reader.rows))
      document.remarks += reader.remarks
    }
    return document
  }

  private var fileRemarks: [SpreadsheetRemark] {
    let hasMacros = archive.names.contains {
      $0.hasSuffix("vbaproject.bin") || $0.hasPrefix("xl/macrosheets/")
    }
    let hasLinks = archive.names.contains { $0.hasPrefix("xl/externallinks/") }
    return (hasMacros ? [SpreadsheetRemark(.macros)] : [])
      + (hasLinks ? [SpreadsheetRemark(.externalLinks)] : [])
  }

  /// The texts and formats to which cells refer.
  private func context() throws(SpreadsheetFault) -> CellContext {
    let budget = ReadingBudget(limits)
    var context = CellContext(countsFrom1904: workbook.countsFrom1904, budget: budget)
    if let part = relationships.part("sharedStrings") {
      let texts = SharedTexts(budget)
      try archive.read(part, texts)
      context.texts = texts.texts
    }
    if let part = relationships.part("styles") {
      let formats = NumberFormats()
      try archive.read(part, formats)
      context.forms = formats.forms
    }
    return context
  }
}
