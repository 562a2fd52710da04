import Parallel

/// Rows that are written as XML and compressed together.
private struct RowBlock: Sendable {
  /// The number of the first row.
  var start: Int
  var rows: [[WrittenCell]] = []
  /// About how many bytes of XML they are.
  var weight = 0

  /// A block is full at about this weight.
  static let fullWeight = 1 << 18

  mutating func append(_ row: [WrittenCell]) {
    rows.append(row)
    weight += row.reduce(24) { $0 + $1.weight }
  }

  func compressed(by encoder: inout RowEncoder) -> CompressedPiece {
    encoder.bytes.removeAll(keepingCapacity: true)
    for (place, row) in rows.enumerated() { encoder.append(row, row: start + place) }
    return CompressedPiece(encoder.bytes)
  }
}

/// Writes an `.xlsx` file from start to end, sheet after sheet and row after row.
///
/// Rows are compressed as they come, and passed on in pieces, so that memory does not grow with the
/// file. Equal content gives equal bytes.
public struct SpreadsheetWriter<Failure: Error> {
  private var zip: ZipWriter<Failure>
  private let properties: SpreadsheetProperties
  private var sheets: [WrittenSheet] = []
  private var blocks: [RowBlock] = []

  /// So many blocks are compressed at the same time, on as many cores as there are.
  private static var blockCount: Int { 8 }

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
    try put(WorkbookParts.declaration + layout.start)
    return name
  }

  /// Adds a row to the sheet. A sheet has at most 1,048,576 rows and 16,384 columns.
  public mutating func append(_ cells: [WrittenCell]) throws(Failure) {
    let place = sheets.count - 1
    sheets[place].rows += 1
    sheets[place].columns = max(sheets[place].columns, cells.count)
    if blocks.last.map({ $0.weight >= RowBlock.fullWeight }) ?? true {
      if blocks.count == SpreadsheetWriter.blockCount { try flush() }
      blocks.append(RowBlock(start: sheets[place].rows))
    }
    blocks[blocks.count - 1].append(cells)
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
    try flush()
    let filter = sheet.tableCells().map { "<autoFilter ref=\"\($0)\"/>" } ?? ""
    try put(
      "</sheetData>\(filter)"
        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>")
    try zip.end()
  }

  private mutating func put(_ xml: String) throws(Failure) {
    try zip.add(CompressedPiece(Array(xml.utf8)))
  }

  private mutating func flush() throws(Failure) {
    let full = blocks
    blocks = []
    let pieces = concurrentMap(full.count, with: { RowEncoder() }) { place, encoder in
      full[place].compressed(by: &encoder)
    }
    for piece in pieces { try zip.add(piece) }
  }
}
