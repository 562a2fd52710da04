import SeededRandom
import CTerminalTesting
import Testing
import Text

@Suite struct VisibleTextTests {
  @Test func `every character shown has the width that the C library says`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      guard VisibleText.safe(text) == text else { continue }
      // Swift compares by canonical equivalence, the terminal by code.
      guard VisibleText.safe(text).unicodeScalars.elementsEqual(text.unicodeScalars) else {
        continue
      }
      let width = Int(library_width(value))
      if VisibleText.width(of: text) != width {
        Issue.record("U+\(String(value, radix: 16)) takes \(width) columns")
      }
    }
  }

  @Test func `a mark does not take a column`() {
    for value in UInt32(0x300)...0x1FFFF {
      guard let mark = Unicode.Scalar(value) else { continue }
      let text = "o" + String(mark)
      guard VisibleText.width(of: text) == 1 else { continue }
      if library_width(value) != 0 {
        Issue.record("U+\(String(value, radix: 16)) is not a mark to the C library")
      }
    }
  }

  /// Not passed as test arguments, because those are printed.
  private let hostile = [
    ("\u{0}\t\n\r\u{1B}[2J\u{1F}", "␀␉␊␍␛[2J␟"),
    ("\u{7F}\u{80}\u{9B}\u{9F}", "␡���"),
    ("\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", "�������"),
    ("\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}", "�����"),
    ("\u{2028}\u{2029}\u{E0041}\u{FE0F}\u{E0100}", "�����"),
    ("\u{378}\u{E000}\u{FFFF}\u{10FFFF}\u{AD}\u{34F}", "������"),
    ("£1,000 – “naïve” 日本", "£1,000 – “naïve” 日本"),
  ]

  @Test func `commands to the terminal and hidden characters become visible`() {
    for (text, shown) in hostile {
      #expect(VisibleText.safe(text) == shown)
      #expect(VisibleText.width(of: text) == VisibleText.width(of: shown))
    }
  }

  @Test func `a character has one mark, and further marks take columns`() {
    let marked = "e\u{301}" + String(repeating: "\u{302}", count: 3) + "\u{301}"
    #expect(VisibleText.safe(marked).unicodeScalars.elementsEqual("e\u{301}����".unicodeScalars))
    #expect(VisibleText.width(of: marked) == 5)
    #expect(VisibleText.safe("\u{301}a") == "�a")
    #expect(VisibleText.safe("\u{1B}\u{301}") == "␛�")
  }

  @Test func `ten thousand marks are cut like any text`() {
    let hostile = "a" + String(String.UnicodeScalarView(repeatElement("\u{489}", count: 10_000)))
    #expect(VisibleText.width(of: hostile) == 10_000)
    #expect(VisibleText.clipped(hostile, to: 4) == "a\u{489}��…")
  }

  @Test(arguments: [
    ("plain", 5, "plain"), ("plain", 4, "pla…"), ("plain", 1, "…"), ("plain", 0, ""),
    ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 1, "…"),
    ("a日", 2, "a…"), ("", 0, ""),
  ])
  func `text that is too long ends in an ellipsis`(text: String, columns: Int, shown: String) {
    #expect(VisibleText.clipped(text, to: columns) == shown)
  }

  @Test func `clipped text is safe and never wider than requested`() {
    for seed in UInt64(0)..<500 {
      var random = SplitMix64(seed: seed)
      let text = random.hostileText(length: 60)
      let columns = Int.random(in: 0...70, using: &random)
      let clipped = VisibleText.clipped(text, to: columns)
      #expect(VisibleText.width(of: clipped) <= columns, "seed \(seed)")
      #expect(VisibleText.safe(clipped) == clipped, "seed \(seed)")
      #expect(VisibleText.width(of: VisibleText.safe(text)) == VisibleText.width(of: text))
    }
  }
}
