import CTerminalTesting
import Glibc

/// A program in its own terminal, with functions to type keys and read the screen.
///
/// Nothing here sleeps for a fixed time: every wait polls for its condition, and a deadline only
/// bounds the time of a failing test.
public final class TerminalSession {
  /// Why a test cannot continue.
  public enum Failure: Error, CustomStringConvertible {
    /// The program could not be started.
    case notStarted(String)
    /// The expected state did not appear; the screen shows something else.
    case notSeen(String, screen: String)

    /// The problem, with the screen.
    public var description: String {
      switch self {
      case .notStarted(let path): "\(path) cannot be started"
      case .notSeen(let what, let screen): "\(what) was not seen; the screen shows\n\(screen)"
      }
    }
  }

  /// The state of a stopped or ended program.
  public enum State: Equatable, Sendable {
    /// It is stopped and can be continued.
    case stopped
    /// It ended with an exit status, or 128 plus the number of a signal.
    case ended(Int)
  }

  /// Everything that the program has written.
  public private(set) var received: [UInt8] = []
  /// The last known state of the program.
  public private(set) var state: State?
  private var terminal: pseudo_terminal
  private let emulator: TerminalEmulator

  /// Starts a program as the foreground job of a terminal.
  ///
  /// The environment has only the given variables, and `TERM=xterm-256color` and `LANG=C.UTF-8` by
  /// default; a value of nil removes a variable.
  public init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String?] = [:],
    rows: Int = 24, columns: Int = 80, ignoringHangUp: Bool = false
  ) throws {
    var variables: [String: String?] = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    variables.merge(environment) { _, new in new }
    let pairs = variables.compactMap { name, value in value.map { "\(name)=\($0)" } }
    terminal = withCStrings([executable] + arguments) { arguments in
      withCStrings(pairs) { environment in
        pseudo_terminal_start(
          executable, arguments, environment, CInt(rows), CInt(columns), ignoringHangUp)
      }
    }
    guard terminal.master >= 0, let emulator = TerminalEmulator(rows: rows, columns: columns)
    else { throw Failure.notStarted(executable) }
    self.emulator = emulator
  }

  deinit {
    pseudo_terminal_end(terminal)
  }

  /// The current screen.
  public var screen: TerminalScreen {
    take(milliseconds: 0)
    return emulator.picture
  }

  /// Whether the terminal echoes and edits lines, as in a shell.
  public var isCooked: Bool { pseudo_terminal_is_cooked(terminal.master) }

  /// Whether the program has requested bracketed paste.
  public var marksPastes: Bool { isSet(2004) }

  /// Whether the program has requested mouse reports in any form.
  public var hearsMouse: Bool { isSet(1000) || isSet(1006) }

  private func isSet(_ mode: Int) -> Bool {
    let text = String(decoding: received, as: UTF8.self)
    guard let on = text.lastRange(of: "\u{1B}[?\(mode)h") else { return false }
    guard let off = text.lastRange(of: "\u{1B}[?\(mode)l") else { return true }
    return on > off
  }

  /// Types keys.
  public func send(_ keys: String) {
    send(Array(keys.utf8))
  }

  /// Sends bytes, which need not be text.
  public func send(_ bytes: [UInt8]) {
    _ = write(terminal.master, bytes, bytes.count)
  }

  /// The program's process.
  var process: pid_t { terminal.process }

  /// Gives the terminal another size.
  public func resize(rows: Int, columns: Int) {
    take(milliseconds: 0)
    emulator.resize(rows: rows, columns: columns)
    _ = pseudo_terminal_resize(terminal.master, CInt(rows), CInt(columns))
  }

  /// Sends the program a signal.
  public func signal(_ number: CInt) {
    kill(terminal.process, number)
  }

  /// Continues a stopped program, as a shell's `fg` does.
  public func `continue`() {
    state = nil
    _ = pseudo_terminal_continue(terminal)
  }

  /// Closes the terminal, as when its window is closed.
  public func closeMaster() {
    take(milliseconds: 0)
    close(terminal.master)
    terminal.master = -1
  }

  /// Waits until the screen meets a condition, and returns it.
  @discardableResult
  public func waitUntil(
    _ what: String, within seconds: Int = 20, _ isWanted: (TerminalScreen) -> Bool
  ) throws -> TerminalScreen {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let screen = emulator.picture
      if isWanted(screen) { return screen }
      guard ContinuousClock.now < deadline, state.map({ $0 == .stopped }) ?? true else {
        throw Failure.notSeen(what, screen: screen.text)
      }
      if !take(milliseconds: 20) { receive(milliseconds: 0) }
    }
  }

  /// Waits until a row contains a text, and returns the screen.
  @discardableResult
  public func waitFor(_ part: String, within seconds: Int = 20) throws -> TerminalScreen {
    try waitUntil("`\(part)`", within: seconds) { $0.contains(part) }
  }

  /// Waits until the program is stopped or has ended; nil if it keeps running. Without reading, its
  /// output stays in the terminal.
  public func waitForState(within seconds: Int = 20, reading: Bool = true) -> State? {
    state = nil
    let deadline = ContinuousClock.now + .seconds(seconds)
    while state == nil, ContinuousClock.now < deadline {
      if reading { take(milliseconds: 0) }
      receive(milliseconds: 10)
    }
    while take(milliseconds: 0) {}
    return state
  }

  /// The exit status of the program; nil if it keeps running.
  public func exitStatus(within seconds: Int = 20) -> Int? {
    guard case .ended(let code) = state ?? waitForState(within: seconds) else { return nil }
    return code
  }

  private func receive(milliseconds: CInt) {
    let status = pseudo_terminal_status(terminal, milliseconds)
    if status == STOPPED { state = .stopped } else if status >= 0 { state = .ended(Int(status)) }
  }

  @discardableResult
  func take(milliseconds: CInt) -> Bool {
    guard terminal.master >= 0 else { return false }
    var bytes = [CChar](repeating: 0, count: 65536)
    let count = pseudo_terminal_read(terminal.master, &bytes, bytes.count, milliseconds)
    guard count > 0 else { return false }
    emulator.feed(Array(bytes.prefix(count)))
    received += bytes.prefix(count).map { UInt8(bitPattern: $0) }
    return true
  }
}

extension String {
  fileprivate func lastRange(of part: String) -> String.Index? {
    ranges(of: part).last?.lowerBound
  }
}

/// Passes strings to C, as pointers with a null at the end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = texts.map { strdup($0) } + [nil]
  defer { copies.forEach { free($0) } }
  return copies.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else {
      preconditionFailure("the buffer has at least the null")
    }
    return body(base)
  }
}
