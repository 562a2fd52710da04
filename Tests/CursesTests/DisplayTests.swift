import Glibc
import TerminalTesting
import Testing

/// The demo under a pseudo-terminal: what a person sees, and what is left when it ends.
@Suite struct DisplayTests {
  @Test func `rows, roles, wide characters and the cursor are shown`() throws {
    let session = try demo()
    let screen = try session.waitFor("row 1 of 10000")
    #expect(screen.isAlternate)
    #expect(screen.isCursorVisible)
    #expect(screen.cursorRow == 1 && screen.cursorColumn == 0)
    #expect(screen.rows[0] == " Demo 日本 £ … é")
    #expect(screen.rows[22].hasPrefix("  0000022  Supplier"))
    #expect(screen.cells[0][1].isBold)
    #expect(screen.cells[1][1] == .blank)
    #expect(screen.cells[23][1].foreground == 131)
  }

  @Test func `moving writes little and takes the cursor along`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    let before = session.received.count
    session.send("j")
    let screen = try session.waitFor("row 2 of")
    #expect(session.received.count - before <= 60)
    #expect(screen.cursorRow == 2)
    #expect(screen.rows[1].first == " " && screen.rows[2].first == ">")
  }

  @Test func `the screen is right after much moving and scrolling`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send(String(repeating: "j", count: 57) + "k")
    try session.waitFor("row 57 of")
    session.send("\u{1B}[6~\u{1B}[5~\u{1B}[A")
    let screen = try session.waitFor("row 56 of")
    #expect(screen.rows[1...22].map { $0.dropFirst(2).prefix(7) }.first == "0000037")
    #expect(screen.rows[1...22].map { $0.dropFirst(2).prefix(7) }.last == "0000058")
    #expect(screen.rows.filter { $0.hasPrefix(">") }.count == 1)
  }

  @Test func `type-ahead costs one frame`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.signal(SIGSTOP)
    #expect(session.waitForState() == .stopped)
    session.send(String(repeating: "j", count: 300))
    let before = session.received.count
    session.continue()
    try session.waitFor("row 301 of")
    // One whole screen, since the program was stopped; three hundred moves would be 15,000.
    #expect(session.received.count - before < 4000)
  }

  @Test func `the cursor can be hidden`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send("h")
    try session.waitUntil("no cursor") { !$0.isCursorVisible }
    session.send("h")
    try session.waitUntil("the cursor") { $0.isCursorVisible && $0.cursorRow == 1 }
  }

  @Test(arguments: [
    ("\u{1B}", "escape"), ("\u{1B}x", "alt(\"x\")"), ("\u{1B}OP", "function(1)"),
    ("\u{1B}[15~", "function(5)"), ("\u{3}", "control(\"c\")"), ("\u{13}", "control(\"s\")"),
    ("\u{16}", "control(\"v\")"), ("é", "character(\"é\")"), ("日", "character(\"日\")"),
    ("\r", "enter"), ("\u{7F}", "backspace"), ("\u{1B}[Z", "backTab"),
  ])
  func `a key reaches the program`(sent: String, name: String) throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send(sent)
    try session.waitFor("key \(name)")
  }

  @Test func `a paste is one event, also when its end marker is cut`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    #expect(session.marksPastes)
    session.send("\u{1B}[200~qq\u{1B}[20")
    session.resize(rows: 20, columns: 80)
    try session.waitUntil("the smaller screen") { $0.rows[19].contains("row 1 of") }
    session.send("1~")
    try session.waitFor("paste qq")
  }

  @Test func `what is shown cannot command the terminal`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send("\u{1B}[200~\u{1B}[2J\u{202E}\u{9B}x\u{200B}e\u{301}\u{301}\u{1B}[201~")
    let screen = try session.waitFor("paste ␛[2J��x�e\u{301}�")
    #expect(screen.rows[0].hasPrefix(" Demo"))
    #expect(!String(decoding: session.received, as: UTF8.self).contains("\u{202E}"))
  }

  @Test func `a paste without an end comes in the end, and keys work again`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send("\u{1B}[200~qj")
    try session.waitFor("row 1 of 10000  paste qj")
    session.send("j")
    try session.waitFor("row 2 of")
  }
}

/// Starts the demo.
func demo(
  _ arguments: [String] = [], environment: [String: String?] = [:], rows: Int = 24,
  columns: Int = 80, ignoringHangUp: Bool = false
) throws -> TerminalSession {
  try TerminalSession(
    builtProgram("DisplayDemo"), arguments, environment: environment, rows: rows,
    columns: columns, ignoringHangUp: ignoringHangUp)
}
