import Glibc

/// Standard input in lines, until it ends or a signal asks to end.
///
/// Signals are held back except while it waits, and looked for before each line, so none is missed
/// between a look and a wait and none waits behind a flood of lines. Each ends the input: what is
/// unwritten can then be kept. A signal that the parent has ignored stays ignored.
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
  /// How many bytes of what waits are in lines that were taken.
  private var taken = 0
  private var isDropping = false
  private var isOver = false
  private var held = sigset_t()
  private var whileWaiting = sigset_t()

  /// Whether there is somebody to prompt.
  let isTerminal: Bool

  init() {
    isTerminal = isatty(STDIN_FILENO) == 1
    sigemptyset(&held)
    for number in [SIGINT, SIGTERM, SIGHUP] where !LineInput.isIgnored(number) {
      // Without SA_RESTART, so that a wait ends.
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in }
      sigaction(number, &action, nil)
      sigaddset(&held, number)
    }
    sigprocmask(SIG_BLOCK, &held, &whileWaiting)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigdelset(&whileWaiting, number) }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var present = sigaction()
    sigaction(number, nil, &present)
    return withUnsafeBytes(of: present.__sigaction_handler) { handler in
      withUnsafeBytes(of: SIG_IGN) { handler.elementsEqual($0) }
    }
  }

  /// The next line; nil where there is none any more.
  mutating func next() -> Line? {
    while true {
      if isAskedToEnd { stop() }
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
    defer { isDropping = false }
    let text = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    return isDropping || text.count > LineInput.limit
      ? .tooLong : .text(String(decoding: text, as: UTF8.self))
  }

  /// Whether a signal that is held back has come. Looking takes it.
  private var isAskedToEnd: Bool {
    var held = held
    var now = timespec()
    return sigtimedwait(&held, nil, &now) > 0
  }

  /// Ends the input; what was not taken as a line before the signal is no command.
  private mutating func stop() {
    isOver = true
    isDropping = false
    waiting = []
    taken = 0
  }

  /// Waits for more, or for the end.
  private mutating func fill() {
    // Standard input is descriptor 0: the first bit of the set.
    var readable = fd_set()
    readable.__fds_bits.0 = 1 << STDIN_FILENO
    guard pselect(STDIN_FILENO + 1, &readable, nil, nil, nil, &whileWaiting) > 0 else {
      return stop()
    }
    var bytes = [UInt8](repeating: 0, count: LineInput.portion)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { waiting += bytes[..<count] } else { isOver = true }
  }
}
