import Glibc

/// Standard input in lines, until it ends or somebody outside asks to end.
///
/// Signals are held back except while it waits, so none is missed between a look and a wait, and
/// each ends the wait like the end of the input: what is unwritten can then be kept.
struct LineInput {
  /// What came.
  enum Line: Equatable {
    case text(String)
    /// A line beyond what is taken; it was dropped as a whole.
    case tooLong
  }

  /// The longest line that is taken, in bytes: more than any field takes.
  static let limit = 65_536
  private static let portion = 16_384

  private var waiting: [UInt8] = []
  private var isDropping = false
  private var isOver = false
  private var whileWaiting = sigset_t()

  /// Whether there is somebody to prompt.
  let isTerminal: Bool

  init() {
    isTerminal = isatty(STDIN_FILENO) == 1
    var held = sigset_t()
    sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Without SA_RESTART, so that a wait ends.
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in }
      sigaction(number, &action, nil)
      sigaddset(&held, number)
    }
    sigprocmask(SIG_BLOCK, &held, &whileWaiting)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigdelset(&whileWaiting, number) }
  }

  /// The next line; nil where there is none any more.
  mutating func next() -> Line? {
    while true {
      if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
        let line = take(waiting[..<end])
        waiting.removeFirst(end + 1)
        return line
      }
      if waiting.count > LineInput.limit {
        isDropping = true
        waiting = []
      }
      guard !isOver else {
        guard !waiting.isEmpty || isDropping else { return nil }
        defer { waiting = [] }
        return take(waiting[...])
      }
      isOver = !fill()
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Line {
    defer { isDropping = false }
    let text = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    return isDropping || text.count > LineInput.limit
      ? .tooLong : .text(String(decoding: text, as: UTF8.self))
  }

  /// Waits for more; false where nothing comes any more.
  private mutating func fill() -> Bool {
    var readable = fd_set()
    readable.__fds_bits.0 = 1 << STDIN_FILENO
    guard pselect(STDIN_FILENO + 1, &readable, nil, nil, nil, &whileWaiting) > 0 else {
      // What was typed without a line break before the signal is no command.
      waiting = []
      return false
    }
    var bytes = [UInt8](repeating: 0, count: LineInput.portion)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return false }
    waiting += bytes[..<count]
    return true
  }
}
