import SeededRandom
import Testing
import Text

@testable import Commands

@Suite("Paragraphs")
struct ParagraphTests {
  @Test func `lines are filled up to the width`() {
    let paragraph = Paragraph(indent: 2, hanging: 4, width: 12)
    #expect(
      paragraph.lines(of: "one two three four incomprehensibility five") == """
          one two
            three
            four
            incomprehensibility
            five

        """)
  }

  @Test func `no line is wider than the width, unless a single word is`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let text = random.text(upTo: 120)
      let indent = Int.random(in: 0...6, using: &random)
      let paragraph = Paragraph(indent: indent, width: Int.random(in: 1...60, using: &random))
      let lines = paragraph.lines(of: text).unicodeScalars.split(separator: "\n")
      for line in lines where VisibleText.width(of: String(line)) > paragraph.width {
        #expect(!line.dropFirst(indent).contains(" "))
      }
      let words = lines.flatMap { $0.split(separator: " ") }.map(String.init)
      let expected = text.unicodeScalars.split(separator: " ").map(String.init)
      #expect(words == expected.map(VisibleText.safe))
    }
  }
}
