/// Finds the cells of one row among the bytes of a table.
///
/// Only the first problem of each kind is recorded, because finding its place takes another pass
/// through the row. So the time is proportional to the length of any file.
struct CSVScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let limits: CSVLimits
  private let separator: UInt8
  /// Whether a quote that does not enclose a whole cell is a character like any other.
  var isPasted = false
  /// The current byte.
  private(set) var position: Int
  /// The number of line breaks so far.
  private(set) var breaks = 0
  /// The cells so far.
  private(set) var cells: [CSVCell] = []
  /// The byte where each problem was first found.
  private(set) var problems: [CSVProblem: Int] = [:]

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// A scanner at the start of a line.
  init(
    _ text: UnsafeBufferPointer<UInt8>, from position: Int, _ separator: CellSeparator,
    limits: CSVLimits
  ) {
    self.text = text
    self.separator = separator.rawValue
    self.position = position
    self.limits = limits
  }

  /// Skips empty lines.
  mutating func skipEmptyLines() {
    while position < text.count, isBreak(text[position]) { takeBreak() }
  }

  /// Reads the cells of a row and the line break after it.
  mutating func takeRow(expecting width: Int) {
    cells.reserveCapacity(width)
    takeCell()
    while position < text.count, text[position] == separator {
      position += 1
      takeCell()
    }
    if position < text.count { takeBreak() }
  }

  private mutating func takeCell() {
    let startOffset = position
    let isQuoted = position < text.count && text[position] == CSVScanner.quote
    let cell = isQuoted ? isPasted ? pastedCell() : quotedCell() : plainCell()
    // The length of an open quotation does not matter.
    if position - startOffset > limits.cell, problems[.openQuote] == nil {
      note(.longCell, at: startOffset)
    }
    if cells.count < limits.columns {
      cells.append(cell)
    } else {
      note(.manyColumns, at: startOffset)
    }
  }

  private mutating func plainCell() -> CSVCell {
    let start = position
    while position < text.count, !endsCell(text[position]) {
      if text[position] == CSVScanner.quote { note(.strayQuote, at: position) }
      position += 1
    }
    return CSVCell(start: start, end: position)
  }

  private mutating func quotedCell() -> CSVCell {
    position += 1
    var cell = CSVCell(start: position, end: text.count, isQuoted: true)
    while position < text.count {
      if text[position] == CSVScanner.quote {
        guard position + 1 < text.count, text[position + 1] == CSVScanner.quote else {
          cell.end = position
          position += 1
          passRest()
          return cell
        }
        cell.hasDoubledQuotes = true
        position += 2
      } else if isBreak(text[position]) {
        takeBreak()
      } else {
        position += 1
      }
    }
    note(.openQuote, at: cell.startOffset)
    return cell
  }

  /// Reads a cell that starts with a quote, which need not be the first of a pair around the cell.
  ///
  /// That takes no longer than reading each byte twice: a quote is only searched past quotes that are
  /// doubled, and no cell that starts with one of those goes beyond it.
  private mutating func pastedCell() -> CSVCell {
    let (start, linesBefore) = (position, breaks)
    problems = [:]
    let cell = quotedCell()
    if problems.isEmpty { return cell }
    (position, breaks, problems) = (start, linesBefore, [:])
    return plainCell()
  }

  /// Skips anything that follows a closing quote in the same cell.
  private mutating func passRest() {
    guard position < text.count, !endsCell(text[position]) else { return }
    note(.afterQuote, at: position)
    while position < text.count, !endsCell(text[position]) { position += 1 }
  }

  private mutating func takeBreak() {
    let isPair =
      text[position] == CSVScanner.carriageReturn && position + 1 < text.count
      && text[position + 1] == CSVScanner.lineFeed
    position += isPair ? 2 : 1
    breaks += 1
  }

  private func isBreak(_ byte: UInt8) -> Bool {
    byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
  }

  private func endsCell(_ byte: UInt8) -> Bool { byte == separator || isBreak(byte) }

  private mutating func note(_ problem: CSVProblem, at index: Int) {
    if problems[problem] == nil { problems[problem] = index }
  }
}
