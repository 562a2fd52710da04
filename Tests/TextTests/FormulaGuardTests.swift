import Testing
import Text

@Suite struct FormulaGuardTests {
  /// What a spreadsheet may drop before a sign, and what is invisible there.
  private static let before = [
    "", " ", "   ", "\u{A0}", "\u{3000}", "\u{2003}", "\u{202F}", "\u{200B}", "\u{200D}",
    "\u{2060}",
    "\u{FEFF}", "\u{AD}", "\t", "\r", "\n", "\r\n", "\u{B}", "\u{85}", "\u{2028}", "\0", "\u{7F}",
    "\u{301}", "\u{338}", "\u{20DD}", "\u{FE0F}", "\u{202E}", "\u{3164}", "\u{115F}", "\u{2800}",
    "\u{E0001}", "\u{E000}", "\u{FFFD}", "\u{2409}", "'", "''", " \u{A0}\u{200B}\t\u{301} '",
  ]
  private static let signs = [
    "=", "+", "-", "@", "|", "＝", "＋", "－", "＠", "｜", "﹦", "﹢", "﹣", "﹫", "⁺", "₊", "⁻", "₋", "⁼",
    "₌", "\u{2212}",
  ]

  @Test(arguments: signs)
  func `a sign at the start, or after invisible characters, is guarded`(sign: String) {
    for before in FormulaGuardTests.before {
      for after in ["", "1", "\u{338}1", "cmd|'/c calc'!A1", "\u{200D}SUM(A1)"] {
        let text = before + sign + after
        let guarded = FormulaGuard.guarded(text)
        #expect(guarded.unicodeScalars.first == "'", "\(text.unicodeScalars)")
        #expect(guarded.unicodeScalars.dropFirst().elementsEqual(text.unicodeScalars))
        #expect(FormulaGuard.unguarded(guarded).unicodeScalars.elementsEqual(text.unicodeScalars))
      }
    }
  }

  @Test(arguments: ["cmd|'/c calc'!A0", "DDE|x!y", "a ｜ b ！ c", "\tplain", "\rplain", "\nplain"])
  func `links to other programs and leading breaks are guarded`(text: String) {
    #expect(FormulaGuard.guarded(text) == "'" + text)
  }

  @Test(
    arguments: [
      "", "plain", "a=1", "12.50", "1-2", "O'Brien", "'quoted", "£5", "(3)", "a | b", "well!",
      "ä=1", "日本=1", "#1", "%", "/x", "\u{A0}plain", "RXX",
    ])
  func `other texts stay as they are`(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.unguarded(text) == text)
  }

  @Test func `a text keeps its own apostrophe before a sign`() {
    for text in ["'=1", "''=1", "'=1 '"] {
      #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
      #expect(FormulaGuard.guarded(text) != text)
    }
  }
}
