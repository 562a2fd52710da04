import TerminalTesting
import Testing

/// The real program in a window of one cell and back, with something open.
@Suite struct ResizingTests {
  /// Many lines of which the focused one is neither at the top nor at the bottom.
  private static let start = String(repeating: "y", count: 20) + "gjjjjj"

  @Test(
    arguments: [
      ("the lines", ""), ("a form", "\rjjjjjj"), ("an amount", "\rjjjjj42"), ("choices", "apacs"),
      ("several choices", "\rjj\r "), ("the palette", ":route"), ("a filter", "/open"),
      ("pasted rows", "\u{1B}[200~service\troute\rHelpdesk\topen\rRadio\t\r\u{1B}[201~"),
      ("an explanation", "x"), ("a reason", "W\rbecause"), ("a question", "q"),
    ])
  func `a window of one cell leaves what is open as it was`(_ open: String, _ keys: String) throws {
    let workplace = try Workplace()
    let session = try workplace.open()
    try session.waitFor("q quit")
    _ = try session.answer(to: Self.start, keepsFiles: true)
    if !keys.isEmpty { _ = try session.answer(to: keys, keepsFiles: true) }
    let before = session.screen
    session.resize(rows: 1, columns: 1)
    try session.waitUntil("that nothing fits") { $0.rows == ["…"] }
    session.resize(rows: 24, columns: 80)
    try session.waitUntil("\(open) as before") { $0 == before }
  }
}
