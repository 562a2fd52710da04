import CScanning
import Text

/// Finds the cells of one row after the other in a piece of a table.
///
/// Where the separators stand is found for the whole piece first. A row with a quote, or with more or
/// longer cells than is usual, is left to `CSVScanner`, which says what is wrong with it.
struct RowScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let separators: UnsafeBufferPointer<UInt32>
  private let separator: CellSeparator
  private let width: Int
  private let limits: CSVLimits
  private var next = 0

  /// The byte where the next row begins.
  private(set) var position: Int
  /// How many line breaks stand before it.
  private(set) var breaks = 0
  /// The cells of the row; as many as are wanted, or fewer.
  private(set) var cells: [CSVCell]
  /// How many cells the row has.
  private(set) var count = 0
  /// Whether there is anything in a cell beyond those that are wanted.
  private(set) var hasMore = false
  /// What is wrong with the row, and at which byte.
  private(set) var problems: [CSVProblem: Int] = [:]
  /// Where the row begins, and on which line of the piece, counted from 0.
  private(set) var start = 0
  private(set) var line = 0

  /// The most cells that are looked at without `CSVScanner`.
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

  /// Finds where the separators of a text stand, and whether all else in it is printable ASCII.
  static func withSeparators<Result>(
    of text: UnsafeBufferPointer<UInt8>, _ separator: CellSeparator,
    _ body: (_ separators: UnsafeBufferPointer<UInt32>, _ isPlain: Bool) -> Result
  ) -> Result {
    // Written where it is found only, so what is not needed takes no memory.
    let room = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: text.count)
    defer { room.deallocate() }
    var count = 0
    var isPlain: Int32 = 1
    if let base = text.baseAddress, let places = room.baseAddress {
      count = calloff_find_separators(base, text.count, separator.rawValue, places, &isPlain)
    }
    return body(UnsafeBufferPointer(rebasing: room[..<count]), isPlain != 0)
  }

  /// Goes to the next row that is not blank; false after the last one.
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

  /// Takes a row without quotes and of usual size; false, and nothing is taken, where it is another.
  private mutating func takePlainRow() -> Bool {
    var (index, outset, found, hasMore) = (next, position, 0, false)
    let isPlain = cells.withUnsafeMutableBufferPointer {
      [text, separators, between = separator.rawValue] cells in
      while true {
        let end = index < separators.count ? Int(separators[index]) : text.count
        let separator = end < text.count ? text[end] : 0x0A
        if separator == UInt8(ascii: "\"") || end &- outset > RowScanner.longestCell {
          return false
        }
        let cell = CSVCell(start: outset, end: end)
        if found < cells.count {
          cells[found] = cell
        } else if !cell.isBlank(in: text) {
          hasMore = true
        }
        found &+= 1
        outset = end
        if separator != between { return true }
        outset &+= 1
        index &+= 1
      }
    }
    guard isPlain, found <= limits.columns else { return false }
    (next, position, count, self.hasMore) = (index, outset, found, hasMore)
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
