import CNcurses
import Canvas
public import Interaction

/// Waiting for what happens.
extension CursesDisplay {
  /// The most events that are handed on at once.
  private static let batchLimit = 1024
  /// How long a cut sequence, a reply and a paste may pause, in milliseconds.
  private static let sequenceDelay: CInt = 500
  private static let stringDelay: CInt = 1000
  /// How long a letter may be held after an Escape that came alone, in milliseconds.
  private static let lateOpenerDelay: CInt = 100
  private static let pasteDelay: CInt = 2000

  /// Waits until something happens and returns all of it.
  ///
  /// What is urgent comes first, and ends the gathering: however much is sent, it is never behind
  /// it. Other things that happened outside come last. While a key may be half there, they do not
  /// end the wait: it would begin anew each time, and a lone Escape would never come.
  public func events() -> [Event] {
    repeat {
      if waiting.isEmpty, urgent.isEmpty { gather(milliseconds: delay, isWatching: delay < 0) }
      while waiting.count < Self.batchLimit, urgent.isEmpty, gather(milliseconds: 0) {}
      if urgent.isEmpty, signals_noticed() { waiting.append(.notice) }
    } while waiting.isEmpty && urgent.isEmpty
    defer {
      urgent.removeAll()
      waiting.removeAll(keepingCapacity: true)
    }
    return urgent + waiting
  }

  /// A hang-up or an interrupt that has come since; nil where none has. It does not wait.
  public func urgentEvent() -> Event? {
    guard isOpen else { return nil }
    switch signals_look() {
    case WAITED_SIGNAL: take(signals_take())
    case WAITED_END: urgent.append(.hangUp(.terminalGone))
    default: break
    }
    return urgent.isEmpty ? nil : urgent.removeFirst()
  }

  /// Watches a descriptor besides up to three others, which must stay open meanwhile; one below 0
  /// ends that for all.
  ///
  /// Whenever something arrives there, one `.notice` ends the batch. It is for the program to read
  /// it. What it leaves is reported again with the next event, but wakes no program: one
  /// that never reads costs no more than one that does. A descriptor that cannot be waited for, as
  /// of a file, tells nothing.
  public func watch(_ descriptor: Int32) {
    guard isOpen else { return }
    _ = signals_watch(descriptor)
  }

  /// How long to wait, without end where no sequence is incomplete.
  private var delay: CInt {
    switch decoder.unfinished {
    case nil: -1
    case .escape: escapeDelay
    case .lateOpener: Self.lateOpenerDelay
    case .sequence: Self.sequenceDelay
    case .report: -1
    case .string: Self.stringDelay
    case .paste: Self.pasteDelay
    }
  }

  /// Waits for one thing; says whether there was any in time.
  @discardableResult
  private func gather(milliseconds: CInt, isWatching: Bool = false) -> Bool {
    switch signals_wait(milliseconds, isWatching) {
    case WAITED_SIGNAL: take(signals_take())
    case WAITED_INPUT: read()
    case WAITED_NOTICE: break
    case WAITED_TIME:
      if milliseconds > 0 { waiting += decoder.giveUp() }
      return false
    default: urgent.append(.hangUp(.terminalGone))
    }
    return true
  }

  private func read() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bytes in
      let count = signals_read(bytes.baseAddress, bytes.count)
      guard count > 0 else { return urgent.append(.hangUp(.terminalGone)) }
      let events = decoder.decode(bytes.prefix(count)).filter(isPossible)
      waiting += doubleClicks.found(in: events, at: ContinuousClock.now - Self.start)
    }
  }

  /// When time began, as far as clicks are concerned.
  private static let start = ContinuousClock.now

  /// A mouse may be reported where the screen no longer is, or never was.
  private func isPossible(_ event: Event) -> Bool {
    guard case .mouse(let mouse) = event else { return true }
    return mouse.position.row < size.rows && mouse.position.column < size.columns
  }

  func take(_ heard: CUnsignedInt) {
    func isHeard(_ signal: Int) -> Bool { heard & CUnsignedInt(signal) != 0 }
    if isHeard(HEARD_STOP) { suspend() }
    if isHeard(HEARD_CONTINUE) {
      // Stopped without having been asked: the shell may have left anything on the screen.
      terminal_leave()
      resume()
    }
    if isHeard(HEARD_SIZE) {
      // Also where the size is as before: it may have been another in between, and rows are lost.
      terminal_follow_size()
      size = Self.currentSize
      shown = nil
      terminal_repaint()
      waiting.append(.resize(size))
    }
    if isHeard(HEARD_INTERRUPT) { urgent.append(.interrupt) }
    if isHeard(HEARD_TERMINATE) { urgent.append(.hangUp(.signal(.terminate))) }
    if isHeard(HEARD_HANGUP) { urgent.append(.hangUp(.signal(.hangUp))) }
    if isHeard(HEARD_END) {
      let signal = signals_ending()
      endingSignal = signal
      urgent.append(.hangUp(.signal(.other(signal))))
    }
  }
}
