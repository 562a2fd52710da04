import CTerminalTesting
import Glibc

/// A program in a terminal of its own, with a user who types and reads.
///
/// Nothing here sleeps and hopes: every wait looks until it sees what it waits for, and a deadline
/// only bounds how long a failing test takes.
public final class TerminalSession {
  /// Why a test cannot go on.
  public enum Failure: Error, CustomStringConvertible {
    /// The program could not be started.
    case notStarted(String)
    /// What was waited for did not come; this is what the screen showed instead.
    case notSeen(String, screen: String)

    /// What is wrong, with the screen.
    public var description: String {
      switch self {
      case .notStarted(let path): "\(path) cannot be started"
      case .notSeen(let what, let screen): "\(what) was not seen; the screen shows\n\(screen)"
      }
    }
  }

  /// What a program has come to.
  public enum State: Equatable, Sendable {
    /// It was stopped and can be continued.
    case stopped
    /// It ended with that code; 128 and its number where a signal ended it.
    case ended(Int)
  }

  /// Everything that the program has written.
  public private(set) var received: [UInt8] = []
  /// What was heard of the program last.
  public private(set) var state: State?
  private var terminal: pseudo_terminal
  private let emulator: TerminalEmulator

  /// Starts a program as the foreground job of a terminal.
  ///
  /// The environment is just what is given, and `TERM=xterm-256color` and `LANG=C.UTF-8` unless it
  /// says otherwise; a value of nil leaves a variable out.
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

  /// The screen as it is now.
  public var screen: TerminalScreen {
    take(milliseconds: 0)
    return emulator.picture
  }

  /// Whether the terminal echoes and edits lines, as a shell left it.
  public var isCooked: Bool { pseudo_terminal_is_cooked(terminal.master) }

  /// Whether the program has asked for pastes to be marked.
  public var marksPastes: Bool { isSet(2004) }

  /// Whether the program has asked for the mouse in any form.
  public var hearsMouse: Bool { isSet(1000) || isSet(1006) }

  private func isSet(_ mode: Int) -> Bool {
    let text = String(decoding: received, as: UTF8.self)
    guard let on = text.lastRange(of: "\u{1B}[?\(mode)h") else { return false }
    guard let off = text.lastRange(of: "\u{1B}[?\(mode)l") else { return true }
    return on > off
  }

  /// Types.
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

  /// Lets a stopped program go on, as a shell's `fg` does.
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

  /// Looks until the screen is as wanted, and returns it.
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
      if !take(milliseconds: 20) { hear(milliseconds: 0) }
    }
  }

  /// Looks until a row has such a part, and returns the screen.
  @discardableResult
  public func waitFor(_ part: String, within seconds: Int = 20) throws -> TerminalScreen {
    try waitUntil("`\(part)`", within: seconds) { $0.contains(part) }
  }

  /// Waits until the program is stopped or has ended; nothing where it runs on. Without reading,
  /// what it writes meanwhile stays where it is.
  public func waitForState(within seconds: Int = 20, reading: Bool = true) -> State? {
    state = nil
    let deadline = ContinuousClock.now + .seconds(seconds)
    while state == nil, ContinuousClock.now < deadline {
      if reading { take(milliseconds: 0) }
      hear(milliseconds: 10)
    }
    while take(milliseconds: 0) {}
    return state
  }

  /// The code that the program ended with; nothing where it runs on.
  public func exitStatus(within seconds: Int = 20) -> Int? {
    guard case .ended(let code) = state ?? waitForState(within: seconds) else { return nil }
    return code
  }

  private func hear(milliseconds: CInt) {
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

/// Passes texts on as C wants them: pointers, and a null at the end.
private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = texts.map { strdup($0) } + [nil]
  defer { copies.forEach { free($0) } }
  return copies.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("there is a null at least") }
    return body(base)
  }
}
