import Glibc
import TerminalTesting
import Testing

/// The demo on terminals of all sizes and means.
@Suite struct TerminalMeansTests {
  @Test func `a storm of sizes ends with the right screen`() throws {
    let session = try demo()
    let before = try session.waitFor("row 1 of")
    for size in [(5, 20), (1, 1), (100, 300), (2, 500), (50, 3), (1, 80), (24, 1), (30, 90)] {
      session.resize(rows: size.0, columns: size.1)
    }
    session.resize(rows: 24, columns: 80)
    session.send("jk")
    try session.waitUntil("the first screen") { $0 == before }
  }

  @Test func `a size that came back before it was noticed is painted anew`() throws {
    let session = try demo()
    let before = try session.waitFor("row 1 of")
    let bytes = session.received.count
    session.signal(SIGWINCH)
    try session.waitUntil("another whole frame") {
      session.received.count - bytes > before.text.utf8.count / 2 && $0 == before
    }
  }

  @Test(arguments: [(5, 20), (100, 300), (2, 500), (30, 30)])
  func `each size is drawn in full`(rows: Int, columns: Int) throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.resize(rows: rows, columns: columns)
    let screen = try session.waitUntil("the last row") {
      $0.rows.last?.contains("row 1 of") ?? false
    }
    #expect(screen.rows.first == " Demo 日本 £ … é")
  }

  @Test func `one cell is enough to run in`() throws {
    let session = try demo(rows: 1, columns: 1)
    try session.waitUntil("the screen") { $0.isAlternate }
    session.send("jjj")
    session.resize(rows: 24, columns: 80)
    try session.waitFor("row 4 of")
  }

  @Test(arguments: ["C", "POSIX"])
  func `without UTF-8 columns stay where they are`(locale: String) throws {
    let session = try demo(environment: ["LANG": locale])
    let screen = try session.waitFor("row 1 of")
    #expect(screen.rows[0] == " Demo ???? L ~ ?")
    #expect(session.received.allSatisfy { $0 < 0x80 })
  }

  @Test func `who wants ASCII alone gets it whatever the locale`() throws {
    let session = try demo(["--ascii"])
    let screen = try session.waitFor("row 1 of")
    #expect(screen.rows[0] == " Demo ???? L ~ ?")
    #expect(session.received.allSatisfy { $0 < 0x80 })
  }

  @Test func `without colours attributes remain`() throws {
    let session = try demo(environment: ["NO_COLOR": "1"])
    let screen = try session.waitFor("row 1 of")
    #expect(screen.cells.joined().allSatisfy { $0.foreground == nil && $0.background == nil })
    #expect(screen.cells[0][1].isBold)
    #expect(screen.cells[23][1].isBold)
  }

  @Test(
    arguments: [("linux", nil), ("xterm", nil), ("tmux-256color", 131), ("screen", nil)]
      as [(String, Int?)]
  )
  func `colours are those that the terminal has`(type: String, colour: Int?) throws {
    let session = try demo(environment: ["TERM": type])
    let screen = try session.waitFor("row 1 of")
    #expect(screen.cells[23][1].foreground == colour)
  }

  @Test func `a terminal without colours shows attributes`() throws {
    let session = try demo(environment: ["TERM": "vt100"])
    let screen = try session.waitFor("row 1 of")
    #expect(screen.cells[23][1].foreground == nil)
    #expect(screen.cells[23][1].isBold)
  }

  @Test(arguments: [
    ("dumb", "a terminal `dumb` cannot show a full screen"),
    ("nosuch", "nothing is known of a terminal `nosuch`"),
    ("\u{1B}[2J", "nothing is known of a terminal `␛[2J`"), ("", "`TERM` is not set"),
  ])
  func `a terminal that cannot be used is refused in words`(type: String, words: String) throws {
    let session = try demo(environment: ["TERM": type], columns: 200)
    #expect(session.exitStatus() == 1)
    #expect(session.screen.contains(words))
    #expect(!session.received.contains(0x1B))
    #expect(session.isCooked)
  }

  @Test func `an unset terminal type is refused in words`() throws {
    let session = try demo(environment: ["TERM": nil as String?])
    #expect(session.exitStatus() == 1)
    #expect(session.screen.contains("`TERM` is not set"))
  }

  @Test(arguments: [
    ("< /dev/null", "standard input is not a terminal"),
    ("> /dev/null", "standard output is not a terminal"), ("| cat", "standard output is not"),
  ])
  func `what is not a terminal is refused with a message`(redirection: String, words: String) throws
  {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "'\(builtProgram("DisplayDemo"))' \(redirection); exit 0"], columns: 200)
    #expect(session.exitStatus() == 0)
    #expect(session.screen.contains(words))
    #expect(!session.received.contains(0x1B))
  }
}
