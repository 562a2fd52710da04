/// Goes through a table of comma-separated values, a row at a time.
///
/// The form is that of RFC 4180, with any of the three line breaks, and lines without anything in
/// them are passed by. Nothing is kept of the rows that were given, and no text is made before
/// somebody asks for a cell, so that a table of a million rows takes little more than its bytes.
public struct CSVReader: Sendable {
  private let bytes: [UInt8]
  private let limits: CSVLimits
  /// The byte where the next row begins.
  private(set) var position = 0
  /// The line on which it begins, counted from 1.
  private(set) var line = 1
  /// How many cells the last row had: the next one is likely to have as many.
  private var width = 0

  /// A reader before the first row; it refuses bytes that are too many or no UTF-8 text.
  public init(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(FaultList) {
    guard bytes.count <= limits.bytes else { throw FaultList(limits.tooLarge) }
    self.init(unchecked: bytes, limits: limits)
    let fault = bytes.withUnsafeBufferPointer { [position] buffer in
      textFault(in: UnsafeBufferPointer(rebasing: buffer[position...]), of: .table)
    }
    if let fault { throw FaultList(fault) }
  }

  /// A reader of bytes of which nobody knows yet whether they are text.
  init(unchecked bytes: [UInt8], limits: CSVLimits) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next row; nil after the last one.
  ///
  /// After a row that is refused it goes on with the next, so that all faults can be found.
  public mutating func next() throws(FaultList) -> CSVRow? {
    let before = position
    let (scanner, start, skipped) = bytes.withUnsafeBufferPointer { [limits, width] buffer in
      var scanner = CSVScanner(buffer, from: before, limits: limits)
      scanner.skipEmptyLines()
      let (start, skipped) = (scanner.position, scanner.breaks)
      if start < buffer.count { scanner.takeRow(expecting: width) }
      return (scanner, start, skipped)
    }
    position = scanner.position
    let row = CSVRow(bytes: bytes, cells: scanner.cells, start: start, line: line + skipped)
    line += scanner.breaks
    width = scanner.cells.count
    if !scanner.problems.isEmpty { throw faults(scanner.problems, in: row) }
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
