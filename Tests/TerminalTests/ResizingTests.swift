import TerminalTesting
import Testing

/// The program in a window reduced to one cell and enlarged again, with something open.
@Suite struct ResizingTests {
  /// Many lines, with the selected one in the middle of the screen.
  private static let start = String(repeating: "y", count: 20) + "gjjjjj"

  @Test(
    arguments: [
      ("the lines", ""), ("a form", "\rajjjjjj"), ("an amount", "\rajjjjj42"), ("choices", "apacs"),
      ("several choices", "\rjj\r "), ("the palette", ":route"), ("a filter", "/open"),
      ("pasted rows", "\u{1B}[200~service\troute\rHelpdesk\topen\rRadio\t\r\u{1B}[201~"),
      ("an explanation", "x"), ("a reason", "W\rbecause"), ("a question", "q"),
    ])
  func `a window of one cell does not change what is open`(_ open: String, _ keys: String) throws {
    let fixture = try PlanFixture()
    let session = try fixture.open()
    try session.waitFor("q quit")
    _ = try session.answer(to: Self.start, keepsFiles: true)
    if !keys.isEmpty { _ = try session.answer(to: keys, keepsFiles: true) }
    let before = session.screen
    session.resize(rows: 1, columns: 1)
    try session.waitUntil("a screen on which nothing fits") { $0.rows == ["…"] }
    session.resize(rows: 24, columns: 80)
    try session.waitUntil("\(open) as before") { $0 == before }
  }
}
