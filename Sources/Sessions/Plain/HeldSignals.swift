import Glibc

/// The signals that ask to end, held back except while something is waited for.
///
/// So none is missed between a look and a wait, none waits behind a flood of lines, and none is
/// kept waiting by a reader that reads nothing. A signal that the parent has ignored stays ignored.
struct HeldSignals {
  private var held = sigset_t()
  private var whileWaiting = sigset_t()
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Holds them back from now on.
  init() {
    sigemptyset(&held)
    for number in HeldSignals.numbers where !HeldSignals.isIgnored(number) {
      // Without SA_RESTART, so that a wait ends.
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in }
      sigaction(number, &action, nil)
      sigaddset(&held, number)
    }
    sigprocmask(SIG_BLOCK, &held, &whileWaiting)
    for number in HeldSignals.numbers { sigdelset(&whileWaiting, number) }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var present = sigaction()
    sigaction(number, nil, &present)
    return withUnsafeBytes(of: present.__sigaction_handler) { handler in
      withUnsafeBytes(of: SIG_IGN) { handler.elementsEqual($0) }
    }
  }

  /// Whether one has come. Looking takes it.
  func haveCome() -> Bool {
    var held = held
    var now = timespec()
    return sigtimedwait(&held, nil, &now) > 0
  }

  /// Waits until standard input has something or its end; false where one came first.
  func waitForInput() -> Bool { wait(for: STDIN_FILENO) }

  /// Waits until a descriptor has something to read; false where one came first.
  func wait(for descriptor: Int32) -> Bool {
    var input = HeldSignals.set(of: descriptor)
    var mask = whileWaiting
    return pselect(descriptor + 1, &input, nil, nil, nil, &mask) > 0
  }

  /// Waits until standard output takes something; false where one came first.
  func waitForRoom() -> Bool {
    var output = HeldSignals.set(of: STDOUT_FILENO)
    var mask = whileWaiting
    return pselect(STDOUT_FILENO + 1, nil, &output, nil, nil, &mask) > 0
  }

  /// The set of one descriptor; a session opens far fewer than a set has room for.
  private static func set(of descriptor: Int32) -> fd_set {
    var set = fd_set()
    withUnsafeMutableBytes(of: &set) { $0[Int(descriptor) / 8] |= 1 << UInt8(descriptor % 8) }
    return set
  }
}
