import Glibc
import TerminalTesting
import Testing

/// Every way in which the demo ends or stops, and how it leaves the terminal.
@Suite struct EndingTests {
  /// Checks that the shell's screen, modes and cursor are back.
  private func expectRestored(_ session: TerminalSession) {
    let screen = session.screen
    #expect(!screen.isAlternate)
    #expect(screen.isCursorVisible)
    #expect(!session.marksPastes && !session.hearsMouse)
    #expect(session.isCooked)
  }

  @Test func `quitting restores the terminal`() throws {
    let session = try demo(["--mouse"])
    try session.waitFor("row 1 of")
    #expect(!session.isCooked && session.hearsMouse)
    session.send("q")
    #expect(session.exitStatus() == 0)
    expectRestored(session)
  }

  @Test(arguments: [(SIGHUP, 11), (SIGTERM, 12), (SIGINT, 13)])
  func `a signal ends it with the terminal restored`(signal: CInt, code: Int) throws {
    let session = try demo(["--mouse"])
    try session.waitFor("row 1 of")
    session.signal(signal)
    #expect(session.exitStatus() == code)
    expectRestored(session)
  }

  @Test(arguments: [
    SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGSYS, SIGSTKFLT, SIGIO,
    SIGPWR,
    34, 50, 64, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP,
  ])
  func `any other signal ends it as such, with the terminal restored`(signal: CInt) throws {
    let session = try demo(["--mouse"], environment: ["SWIFT_BACKTRACE": "enable=no"])
    try session.waitFor("row 1 of")
    session.signal(signal)
    #expect(session.exitStatus() == 128 + Int(signal))
    expectRestored(session)
  }

  @Test func `a second signal ends what is too busy to hear the first`() throws {
    let session = try demo(["--mouse"])
    try session.waitFor("row 1 of")
    try session.sendWithoutReading("H")
    session.signal(SIGQUIT)
    session.signal(SIGUSR1)
    #expect(session.exitStatus() == 128 + Int(SIGUSR1))
    expectRestored(session)
  }

  @Test func `a reader that has gone does not end it`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.signal(SIGPIPE)
    session.send("j")
    try session.waitFor("row 2 of")
  }

  @Test func `a signal that the parent ignores is ignored`() throws {
    let session = try TerminalSession(
      "/bin/sh",
      ["-c", "trap '' USR1 QUIT INT TERM SEGV; exec \"$0\"", builtProgram("DisplayDemo")])
    try session.waitFor("row 1 of")
    for signal in [SIGUSR1, SIGQUIT, SIGINT, SIGTERM, SIGSEGV] { session.signal(signal) }
    session.send("j")
    try session.waitFor("row 2 of")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `a signal ends it while nobody reads the terminal`(signal: CInt) throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    // More than a terminal holds.
    try session.sendWithoutReading("B")
    session.signal(signal)
    #expect(session.waitForState(reading: false) == .ended(128 + Int(signal)))
    #expect(session.isCooked)
  }

  @Test func `a crash while nobody reads the terminal ends it`() throws {
    let session = try demo(environment: ["SWIFT_BACKTRACE": "enable=no"])
    try session.waitFor("row 1 of")
    // More than a terminal holds.
    try session.sendWithoutReading("B")
    session.signal(SIGSEGV)
    #expect(session.waitForState(reading: false) == .ended(128 + Int(SIGSEGV)))
    #expect(session.isCooked)
  }

  @Test(arguments: [SIGTERM, SIGQUIT])
  func `a signal that comes while it is stopped leaves the shell's screen alone`(signal: CInt)
    throws
  {
    let session = try demo(["--mouse"])
    try session.waitFor("row 1 of")
    session.send("\u{1A}")
    #expect(session.waitForState() == .stopped)
    session.signal(signal)
    session.continue()
    #expect(session.exitStatus() == (signal == SIGTERM ? 12 : 128 + Int(signal)))
    expectRestored(session)
  }

  @Test func `a signal comes before keys that were typed but not read`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.signal(SIGSTOP)
    #expect(session.waitForState() == .stopped)
    session.send("q")
    session.signal(SIGTERM)
    session.continue()
    #expect(session.exitStatus() == 12)
  }

  @Test func `a signal that comes with a key comes before the next key`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.signal(SIGSTOP)
    #expect(session.waitForState() == .stopped)
    session.send("Tq")
    session.continue()
    #expect(session.exitStatus() == 12)
  }

  @Test(arguments: [false, true])
  func `a closed terminal ends it`(ignoringHangUp: Bool) throws {
    let session = try demo(ignoringHangUp: ignoringHangUp)
    try session.waitFor("row 1 of")
    session.closeMaster()
    #expect(session.exitStatus() == 10)
  }

  @Test func `a hang-up that the parent ignores is ignored`() throws {
    let session = try demo(ignoringHangUp: true)
    try session.waitFor("row 1 of")
    session.signal(SIGHUP)
    session.send("j")
    try session.waitFor("row 2 of")
  }

  @Test func `a crash restores the terminal`() throws {
    // The runtime's own report would wait for a key.
    let session = try demo(["--mouse"], environment: ["SWIFT_BACKTRACE": "enable=no"])
    try session.waitFor("row 1 of")
    session.send("K")
    let code = session.exitStatus() ?? 0
    #expect(code == 128 + Int(SIGILL) || code == 128 + Int(SIGTRAP))
    expectRestored(session)
  }

  @Test(arguments: [SIGTSTP, 0])
  func `stopping gives the terminal back until it is continued`(signal: CInt) throws {
    let session = try demo(["--mouse"])
    let before = try session.waitFor("row 1 of")
    if signal == 0 { session.send("\u{1A}") } else { session.signal(signal) }
    #expect(session.waitForState() == .stopped)
    expectRestored(session)
    session.continue()
    try session.waitUntil("the same screen") { $0 == before }
    #expect(!session.isCooked)
    #expect(session.marksPastes && session.hearsMouse)
    session.send("j")
    try session.waitFor("row 2 of")
  }

  @Test func `a size that changed while it was stopped is found`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send("\u{1A}")
    #expect(session.waitForState() == .stopped)
    session.resize(rows: 10, columns: 40)
    session.continue()
    try session.waitUntil("the smaller screen") { $0.rows[9].contains("row 1 of") }
  }

  @Test func `a program stopped without being asked paints itself anew`() throws {
    let session = try demo()
    let before = try session.waitFor("row 1 of")
    session.signal(SIGSTOP)
    #expect(session.waitForState() == .stopped)
    let bytes = session.received.count
    session.continue()
    session.send("j")
    try session.waitFor("row 2 of")
    #expect(session.received.count - bytes > before.text.utf8.count)
  }
}
