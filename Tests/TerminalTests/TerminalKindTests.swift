import TerminalTesting
import Testing

/// The program on terminals of many kinds.
@Suite struct TerminalKindTests {
  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "tmux-256color", "linux", "putty", "vt100",
  ])
  func `a terminal shows the plan and is restored`(type: String) throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: ["TERM": type])
    let screen = try session.waitFor("q quit")
    #expect(screen.rows[0].hasPrefix("[1 Lines 12]"))
    #expect(screen.rows[2].hasPrefix(">"))
    #expect(screen.contains("cost 1,352,700.00"))
    session.send("j")
    try session.waitUntil("the second row") { $0.rows[3].hasPrefix(">") }
    session.send("q")
    #expect(session.exitStatus() == 0)
    #expect(session.isCooked && session.screen.isCursorVisible && !session.screen.isAlternate)
    #expect(!session.hearsMouse && !session.marksPastes)
  }

  /// The title, which the dark theme shows in the brightest white available.
  @Test(
    arguments: [
      ("vt100", nil), ("xterm", 7), ("xterm-16color", 15), ("xterm-256color", 255),
    ] as [(String, Int?)])
  func `a theme uses the available colours`(type: String, colour: Int?) throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: ["TERM": type, "CALLOFF_THEME": "dark"])
    let screen = try session.waitFor("q quit")
    let row = try #require(screen.rows.firstIndex { $0.hasPrefix("Imaging and wards") })
    #expect(screen.cells[row][0].foreground == colour)
    #expect(screen.cells[row][0].isBold)
  }
}
