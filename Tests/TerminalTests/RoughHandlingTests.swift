import Foundation
import TerminalTesting
import Testing

/// The program under signals, hang-ups, resizing and broken input.
@Suite struct RoughHandlingTests {
  private let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  @Test(arguments: [SIGHUP, SIGTERM, 0])
  func `nothing is kept without unsaved changes`(signal: CInt) throws {
    let session = try fixture.open()
    try session.waitFor("q quit")
    if signal == 0 { session.closeMaster() } else { session.signal(signal) }
    #expect(session.exitStatus() == 3)
    #expect(fixture.files == ["plan.yaml"])
    guard signal != 0 else { return }
    #expect(session.isCooked && !session.screen.isAlternate && session.screen.isCursorVisible)
    let cause = signal == SIGTERM ? "ended by signal 15" : "the terminal went away"
    #expect(session.screen.contains("\(cause); everything is in the store"))
  }

  @Test(arguments: [SIGQUIT, SIGUSR1, SIGXCPU])
  func `another signal ends the program cleanly, and its parent sees the signal`(signal: CInt)
    throws
  {
    let session = try fixture.open()
    try session.waitFor("q quit")
    session.send("d")
    try session.waitFor("removed L1")
    session.signal(signal)
    #expect(session.exitStatus() == 128 + Int(signal))
    #expect(session.isCooked && !session.screen.isAlternate && session.screen.isCursorVisible)
    #expect(session.screen.contains("ended by signal \(signal); everything is in the store"))
  }

  @Test func `reports of the terminal change nothing`() throws {
    let session = try fixture.open()
    let before = try session.waitFor("q quit")
    for reply in [
      "\u{1B}P>|kitty(0.35.2)\u{1B}\\", "\u{1B}_Gi=31;OKdd\u{1B}\\", "\u{1B}]11;rgb:dd/dd/dd\u{7}",
      "\u{1B}P1$r2 q\u{1B}\\", "\u{1B}[?64;1;2c", "\u{1B}[24;80R", "\u{1B}[1\u{0};2d", "\u{9B}3d",
    ] {
      session.send(reply)
    }
    session.send("?")
    try session.waitFor("type to find one")
    session.send("\u{1B}")
    try session.waitUntil("the previous screen") { $0 == before }
  }

  @Test func `a hang-up while the program is suspended keeps unsaved changes`() throws {
    let session = try fixture.open()
    try session.waitFor("q quit")
    session.send("d")
    try session.waitFor("removed L1")
    session.signal(SIGTSTP)
    #expect(session.waitForState() == .stopped)
    session.signal(SIGHUP)
    session.continue()
    #expect(session.exitStatus() == 3)
    #expect(fixture.files == ["plan.yaml"])
    #expect(session.isCooked && !session.screen.isAlternate)
    #expect(session.screen.contains("everything is in the store"))
    try fixture.open().waitFor("not written")
  }

  @Test func `a stop signal while typing loses nothing`() throws {
    let session = try fixture.open()
    try session.waitFor("q quit")
    session.send("jjjjjW\r")
    try session.waitFor("why S101 is waived:")
    session.send("Agreed")
    let before = try session.waitFor("Agreed")
    for _ in 0..<3 {
      session.signal(SIGTSTP)
      #expect(session.waitForState() == .stopped)
      #expect(session.isCooked && !session.hearsMouse && !session.marksPastes)
      session.continue()
      try session.waitUntil("the same screen") { $0 == before }
    }
    session.send(" with bt\r")
    try session.waitFor("waived: Agreed with bt")
  }

  @Test func `hundreds of resizes end with the right screen`() throws {
    let fresh = try fixture.open().waitFor("q quit")
    let session = try fixture.open()
    try session.waitFor("q quit")
    for number in 0..<400 {
      let isLeast = number % 10 == 9
      session.resize(
        rows: isLeast ? 1 : 1 + number * 7919 % 60,
        columns: isLeast ? 1 : 1 + number * 104_729 % 200)
    }
    session.resize(rows: 24, columns: 80)
    try session.waitUntil("the first screen") { $0 == fresh }
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test func `a paste whose end mark is split anywhere is text, not commands`() throws {
    let session = try fixture.open(rows: 24)
    try session.waitFor("q quit")
    session.send("jjjjjW\r")
    try session.waitFor("why S101 is waived:")
    var rows = 24
    /// Sends a part and waits until it is read: a larger screen is drawn after that.
    func sendAlone(_ part: some Sequence<UInt8>) throws {
      session.send(Array(part))
      rows += 1
      session.resize(rows: rows, columns: 80)
      try session.waitUntil("a screen of \(rows) rows") { !($0.rows.last?.isEmpty ?? true) }
    }
    let (start, end) = (Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8))
    for cut in 1..<end.count {
      try sendAlone(start + Array("q\(cut)".utf8) + end.prefix(cut))
      try sendAlone(end.dropFirst(cut))
    }
    try sendAlone(start + Array("w".utf8))
    for byte in end { try sendAlone([byte]) }
    session.send("!")
    try session.waitFor(": q1q2q3q4q5w!")
    session.send("\r")
    try session.waitFor("waived: q1q2q3q4q5w!")
  }
}
