import Text

/// Reads a table of comma-separated values, row by row.
///
/// The format is RFC 4180, with any of the three line breaks; cells may also be separated by tabs,
/// and the text may be UTF-16. Blank rows are skipped. Rows are not stored, and the text of a cell
/// is made only when it is read, so a table of a million rows takes little more memory than its
/// bytes.
public struct CSVReader: Sendable {
  private let bytes: [UInt8]
  private let limits: CSVLimits
  /// What is between its cells.
  public private(set) var separator: CellSeparator
  /// The byte where the next row starts.
  private(set) var position = 0
  /// The line on which it starts, counted from 1.
  private(set) var line = 1
  /// The number of rows so far, blank ones included.
  private var number = 0
  /// The number of cells of the last row, which the next one probably has too.
  private var width = 0
  /// Whether quotes are read as clipboards write them.
  private var isPasted = false

  /// A reader of a table with commas; it refuses a table that is too large or not text.
  public init(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(FaultList) {
    try self.init(bytes, beginningWith: nil, limits: limits)
  }

  /// A reader of a table whose first row shows the separator.
  init(
    _ bytes: [UInt8], beginningWith beginning: TableBeginning?, limits: CSVLimits
  ) throws(FaultList) {
    guard bytes.count <= limits.bytes else { throw FaultList(limits.tooLarge) }
    let bytes = UTF16Text.utf8(of: bytes) ?? bytes
    let separator = try bytes.withUnsafeBufferPointer { text throws(FaultList) in
      try beginning.flatMap { beginning throws(FaultList) in
        try CellSeparator(of: text, beginningWith: beginning)
      }
    }
    self.init(unchecked: bytes, separator ?? .comma, limits: limits)
    let fault = bytes.withUnsafeBufferPointer { [position] buffer in
      textFault(in: UnsafeBufferPointer(rebasing: buffer[position...]), of: .table)
    }
    if let fault { throw FaultList(fault) }
  }

  /// A reader of a table whose heading may be below a title; without a separator it is the first
  /// one in the table.
  public init(
    belowTitles bytes: [UInt8], separatedBy separator: CellSeparator? = nil,
    limits: CSVLimits = .standard
  ) throws(FaultList) {
    try self.init(bytes, beginningWith: .titles, limits: limits)
    if let separator { self.separator = separator }
  }

  /// A reader of what a spreadsheet or a user has put on a clipboard, in which no row is faulty: a
  /// quote that does not enclose a whole cell is a character like any other.
  public init(pasted text: String, separatedBy separator: CellSeparator) {
    self.init(unchecked: Array(text.utf8), separator, limits: .pasted)
    isPasted = true
  }

  /// A reader of bytes that have not been checked to be text.
  init(unchecked bytes: [UInt8], _ separator: CellSeparator, limits: CSVLimits) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next row that is not blank; nil after the last one.
  ///
  /// After a faulty row it continues with the next, so that all faults can be found.
  public mutating func next() throws(FaultList) -> CSVRow? {
    while let row = try nextRow() {
      if !row.isBlank() { return row }
    }
    return nil
  }

  private mutating func nextRow() throws(FaultList) -> CSVRow? {
    let before = position
    let (scanner, start, skipped) = bytes.withUnsafeBufferPointer {
      [limits, width, separator, isPasted] buffer in
      var scanner = CSVScanner(buffer, from: before, separator, limits: limits)
      scanner.isPasted = isPasted
      scanner.skipEmptyLines()
      let (start, skipped) = (scanner.position, scanner.breaks)
      if start < buffer.count { scanner.takeRow(expecting: width) }
      return (scanner, start, skipped)
    }
    position = scanner.position
    number += skipped + 1
    let row = CSVRow(
      bytes: bytes, cells: scanner.cells, start: start, line: line + skipped, number: number)
    line += scanner.breaks
    width = scanner.cells.count
    if !isPasted, !scanner.problems.isEmpty { throw faults(scanner.problems, in: row) }
    return start < bytes.count ? row : nil
  }

  private func faults(_ problems: [CSVProblem: Int], in row: CSVRow) -> FaultList {
    var faults = FaultList()
    for problem in CSVProblem.allCases {
      guard let index = problems[problem] else { continue }
      faults.add(
        Fault(place: row.place(ofByte: index), message: problem.message(within: limits)))
    }
    return faults.inOrder
  }
}
