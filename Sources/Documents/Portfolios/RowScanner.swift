import CScanning
import Text

/// Finds the cells of one row after the other in a piece of a table.
///
/// The separators of the whole piece are found first. A row with a quote, or with unusually many or
/// long cells, is left to `CSVScanner`, which also finds its faults.
struct RowScanner {
  let text: UnsafeBufferPointer<UInt8>
  private let separators: UnsafeBufferPointer<UInt32>
  private let separator: CellSeparator
  private let width: Int
  let limits: CSVLimits
  private var next = 0

  /// The byte where the next row starts.
  private(set) var position: Int
  /// The number of line breaks before it.
  private(set) var breaks = 0
  /// The cells of the row, at most as many as the header has.
  private(set) var cells: [CSVCell]
  /// The number of cells of the row.
  private(set) var count = 0
  /// Whether a cell beyond those of the header is not blank.
  private(set) var hasMore = false
  /// The problems of the row, each with its byte.
  private(set) var problems: [CSVProblem: Int] = [:]
  /// The byte where the row starts, and its line in the piece, counted from 0.
  private(set) var start = 0
  private(set) var line = 0

  /// The longest cell that is read without `CSVScanner`.
  private static let longestCell = 1 << 12

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ separators: UnsafeBufferPointer<UInt32>,
    from start: TableStart, width: Int, limits: CSVLimits
  ) {
    self.text = text
    self.separators = separators
    position = start.position
    breaks = start.breaks
    separator = start.separator
    self.width = width
    self.limits = limits
    cells = Array(repeating: CSVCell(start: 0, end: 0), count: width)
  }

  /// Finds the separators of a text, and whether everything else is printable ASCII.
  static func withSeparators<Result>(
    of text: UnsafeBufferPointer<UInt8>, _ separator: CellSeparator,
    _ body: (_ separators: UnsafeBufferPointer<UInt32>, _ isPlain: Bool) -> Result
  ) -> Result {
    // Written only where separators are found, so unused parts do not take memory.
    let room = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: text.count)
    defer { room.deallocate() }
    var count = 0
    var isPlain: Int32 = 1
    if let base = text.baseAddress, let places = room.baseAddress {
      count = calloff_find_separators(base, text.count, separator.rawValue, places, &isPlain)
    }
    return body(UnsafeBufferPointer(rebasing: room[..<count]), isPlain != 0)
  }

  /// Advances to the next row that is not blank; false after the last one.
  mutating func advance() -> Bool {
    while takeNext() {
      if !isBlank { return true }
    }
    return false
  }

  private var isBlank: Bool {
    problems.isEmpty && !hasMore
      && cells.prefix(count).allSatisfy { $0.isBlank(in: text) }
  }

  private mutating func takeNext() -> Bool {
    while position < text.count, isBreak(text[position]) { takeBreak() }
    guard position < text.count else { return false }
    while next < separators.count, separators[next] < position { next &+= 1 }
    (start, line, count, hasMore) = (position, breaks, 0, false)
    if !problems.isEmpty { problems = [:] }
    if !takePlainRow() { takeRow() }
    return true
  }

  /// Reads a row of usual size without quotes; returns false, and reads nothing, for any other.
  private mutating func takePlainRow() -> Bool {
    var (index, startOffset, found, hasMore) = (next, position, 0, false)
    let isPlain = cells.withUnsafeMutableBufferPointer {
      [text, separators, between = separator.rawValue] cells in
      while true {
        let end = index < separators.count ? Int(separators[index]) : text.count
        let separator = end < text.count ? text[end] : 0x0A
        if separator == UInt8(ascii: "\"") || end &- startOffset > RowScanner.longestCell {
          return false
        }
        let cell = CSVCell(start: startOffset, end: end)
        if found < cells.count {
          cells[found] = cell
        } else if !cell.isBlank(in: text) {
          hasMore = true
        }
        found &+= 1
        startOffset = end
        if separator != between { return true }
        startOffset &+= 1
        index &+= 1
      }
    }
    guard isPlain, found <= limits.columns else { return false }
    (next, position, count, self.hasMore) = (index, startOffset, found, hasMore)
    if position < text.count { takeBreak() }
    return true
  }

  private mutating func takeRow() {
    var scanner = CSVScanner(text, from: position, separator, limits: limits)
    scanner.takeRow(expecting: width)
    count = scanner.cells.count
    for (place, cell) in scanner.cells.prefix(width).enumerated() { cells[place] = cell }
    hasMore = !scanner.cells.dropFirst(width).allSatisfy { $0.isBlank(in: text) }
    problems = scanner.problems
    position = scanner.position
    breaks += scanner.breaks
  }

  private mutating func takeBreak() {
    let isPair =
      text[position] == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A
    position += isPair ? 2 : 1
    breaks += 1
  }

  private func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
