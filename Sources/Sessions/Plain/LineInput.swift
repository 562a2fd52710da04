import Glibc

/// Standard input in lines, until it ends or a signal asks to end.
///
/// A signal is looked for before each line and ends the input, so that unsaved changes can be kept.
struct LineInput {
  /// What was read.
  enum Line: Equatable {
    case text(String)
    /// A line of more than the limit; all of it was ignored.
    case tooLong
    /// Bytes that are not UTF-8; all of the line was ignored.
    case notText
  }

  /// The longest line, in bytes: more than any field accepts.
  static let limit = 65_536
  private static let portion = 16_384

  private var waiting: [UInt8] = []
  /// How many bytes of what waits are in lines that were taken.
  private var taken = 0
  private var isDropping = false
  private var isOver = false
  /// Whether no line was taken yet: a byte-order mark is skipped then.
  private var isStart = true
  private static let byteOrderMark = Array("\u{FEFF}".utf8)
  private let signals: HeldSignals

  /// Whether a user types the lines, and is prompted for them.
  let isTerminal: Bool

  init(_ signals: HeldSignals) {
    self.signals = signals
    isTerminal = isatty(STDIN_FILENO) == 1
  }

  /// The next line; nil where there is none any more.
  mutating func next() -> Line? {
    while true {
      if signals.haveCome() { stop() }
      let rest = waiting[taken...]
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        taken = end + 1
        return line(rest[..<end])
      }
      waiting.removeFirst(taken)
      taken = 0
      if waiting.count > LineInput.limit {
        isDropping = true
        waiting = []
      }
      guard !isOver else {
        guard !waiting.isEmpty || isDropping else { return nil }
        defer { waiting = [] }
        return line(waiting[...])
      }
      fill()
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> Line {
    defer { (isDropping, isStart) = (false, false) }
    let isMarked = isStart && bytes.starts(with: LineInput.byteOrderMark)
    let line = bytes.dropFirst(isMarked ? LineInput.byteOrderMark.count : 0)
    let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    if isDropping || text.count > LineInput.limit { return .tooLong }
    return String(validating: text, as: UTF8.self).map(Line.text) ?? .notText
  }

  /// Ends the input; what was not read as a line before the signal is not a command.
  private mutating func stop() {
    isOver = true
    isDropping = false
    waiting = []
    taken = 0
  }

  /// Waits for more, or for the end.
  private mutating func fill() {
    guard signals.waitForInput() else { return stop() }
    var bytes = [UInt8](repeating: 0, count: LineInput.portion)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { waiting += bytes[..<count] } else { isOver = true }
  }
}
