/// Writes an `.xlsx` file from start to end, sheet after sheet and row after row.
///
/// Rows are compressed as they come, and passed on in pieces, so that memory does not grow with the
/// file. Equal content gives equal bytes.
public struct SpreadsheetWriter<Failure: Error> {
  private var zip: ZipWriter<Failure>
  private let properties: SpreadsheetProperties
  private var sheets: [WrittenSheet] = []
  private var encoder = RowEncoder()

  /// Rows are compressed in pieces of about this size.
  private static var pieceSize: Int { 1 << 16 }

  /// A writer that passes the bytes of the file on.
  public init(
    _ properties: SpreadsheetProperties, write: @escaping ([UInt8]) throws(Failure) -> Void
  ) {
    self.properties = properties
    zip = ZipWriter(write)
  }

  /// The number of rows of the sheet that is written.
  public var rowCount: Int { sheets.last?.rows ?? 0 }

  /// Starts a sheet, after the one before it is complete, and returns its name.
  @discardableResult
  public mutating func beginSheet(_ layout: SheetLayout) throws(Failure) -> String {
    try endSheet()
    let name = SheetNames.name(layout.name, besides: sheets.map(\.name))
    sheets.append(WrittenSheet(name: name, layout: layout, number: sheets.count + 1))
    try zip.begin("xl/worksheets/sheet\(sheets.count).xml")
    encoder.bytes += (WorkbookParts.declaration + layout.start).utf8
    return name
  }

  /// Adds a row to the sheet. A sheet has at most 1,048,576 rows and 16,384 columns.
  public mutating func append(_ cells: [WrittenCell]) throws(Failure) {
    let place = sheets.count - 1
    sheets[place].rows += 1
    sheets[place].columns = max(sheets[place].columns, cells.count)
    encoder.append(cells, row: sheets[place].rows)
    if encoder.bytes.count >= SpreadsheetWriter.pieceSize { try flush() }
  }

  /// Makes the rows that were written since a row of headings a table that can be filtered.
  public mutating func endTable(headings row: Int) {
    let place = sheets.count - 1
    sheets[place].table = row...max(row, sheets[place].rows)
  }

  /// Completes the file.
  public mutating func finish() throws(Failure) {
    try endSheet()
    for part in WorkbookParts(properties, sheets).all {
      try zip.add(part.name, part.xml)
    }
    try zip.finish()
  }

  private mutating func endSheet() throws(Failure) {
    guard let sheet = sheets.last else { return }
    encoder.put("</sheetData>")
    if let cells = sheet.tableCells() {
      encoder.bytes += "<autoFilter ref=\"\(cells)\"/>".utf8
    }
    encoder.put(
      "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>")
    try flush()
    try zip.end()
  }

  private mutating func flush() throws(Failure) {
    try zip.add(encoder.bytes)
    encoder.bytes.removeAll(keepingCapacity: true)
  }
}
