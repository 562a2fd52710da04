import Foundation
import TerminalTesting
import Testing

/// The real program while its terminal is pulled about.
@Suite struct RoughHandlingTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test(arguments: [SIGHUP, SIGTERM, 0])
  func `nothing is kept where nothing was unwritten`(signal: CInt) throws {
    let session = try workplace.open()
    try session.waitFor("q quit")
    if signal == 0 { session.closeMaster() } else { session.signal(signal) }
    #expect(session.exitStatus() == 3)
    #expect(workplace.files == ["plan.yaml"])
    guard signal != 0 else { return }
    #expect(session.isCooked && !session.screen.isAlternate && session.screen.isCursorVisible)
    #expect(session.screen.contains("the terminal went away; everything is stored"))
  }

  @Test func `a hang-up while it is stopped keeps what is unwritten`() throws {
    let session = try workplace.open()
    try session.waitFor("q quit")
    session.send("d")
    try session.waitFor("removed L1")
    session.signal(SIGTSTP)
    #expect(session.waitForState() == .stopped)
    session.signal(SIGHUP)
    session.continue()
    #expect(session.exitStatus() == 3)
    #expect(workplace.files == ["plan.yaml"])
    #expect(session.isCooked && !session.screen.isAlternate)
    #expect(session.screen.contains("everything is stored; reopen the plan"))
    try workplace.open().waitFor("not written")
  }

  @Test func `a stop from outside in the middle of typing loses nothing`() throws {
    let session = try workplace.open()
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

  @Test func `hundreds of sizes end with the right screen`() throws {
    let fresh = try workplace.open().waitFor("q quit")
    let session = try workplace.open()
    try session.waitFor("q quit")
    for number in 0..<400 {
      let isLeast = number % 10 == 9
      session.resize(
        rows: isLeast ? 1 : 1 + number * 7919 % 60,
        columns: isLeast ? 1 : 1 + number * 104_729 % 200)
    }
    session.resize(rows: 24, columns: 80)
    try session.waitUntil("the screen as it began") { $0 == fresh }
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test func `a paste whose end is cut anywhere is text and no command`() throws {
    let session = try workplace.open(rows: 24)
    try session.waitFor("q quit")
    session.send("jjjjjW\r")
    try session.waitFor("why S101 is waived:")
    var rows = 24
    /// Sends a part and waits until it was read: a larger screen is drawn after that.
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
