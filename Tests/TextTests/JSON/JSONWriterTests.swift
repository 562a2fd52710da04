import Foundation
import SeededRandom
import Testing
import Text

@Suite struct JSONWriterTests {
  @Test func `members are written in the order in which they are given`() {
    let value: JSON = ["b": 1, "a": ["x", .null, .boolean(true)], "": [], "c": .object([])]
    #expect(
      value.document == """
        {
          "b": 1,
          "a": [
            "x",
            null,
            true
          ],
          "": [],
          "c": {}
        }

        """)
  }

  @Test func `a document escapes characters that the screen replaces`() {
    let value = JSON.text(
      "\" \\ / \n\r\t\u{8}\u{0}\u{7F}\u{9F} é \u{2028}\u{202E}\u{1F600}\u{E0041}")
    #expect(
      value.document == #"""
        "\" \\ / \n\r\t\u0008\u0000\u007f\u009f é \u2028\u202e😀\udb40\udc41"

        """#)
  }

  @Test func `any text is read back unchanged`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let text = random.hostileText(length: 40)
      let read = try JSONSerialization.jsonObject(
        with: Data(JSON.list([.text(text)]).document.utf8))
      let strings = try #require(read as? [String])
      #expect(Array(strings[0].unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func `keys are escaped like texts`() {
    #expect(
      JSON.object([(key: "\n", value: .null)]).document == "{\n  \"\\n\": null\n}\n")
  }

  @Test func `a document contains exactly the characters that the screen does not replace`() {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    let text = JSON.text(String(String.UnicodeScalarView(all))).document
    let shown = all.filter { scalar in
      // A space goes before the character: the screen shows a mark only on another one.
      VisibleText.safe(" " + String(scalar)).unicodeScalars.dropFirst().elementsEqual([scalar])
    }
    #expect(Set(text.unicodeScalars.dropLast()) == Set(shown))
  }

  @Test func `the compact form is without spaces, and escapes only ASCII control characters`() {
    let value: JSON = [
      "b": ["x", .null, .boolean(false), -1], "": .object([]), "a": [], "c": .decimal("1.50"),
      "t": .text("\" \\ / \n\u{0}\u{1F}\u{7F}\u{80} é\u{2028}\u{202E}"),
    ]
    #expect(
      value.compact == #"{"b":["x",null,false,-1],"":{},"a":[],"c":1.50,"t":"\" \\ / \u000a\u0000"#
        + "\\u001f\\u007f\u{80} é\u{2028}\u{202E}\"}")
  }

  @Test func `items made while writing are written like those of a list`() {
    let items: [JSON] = [1, ["a": []], "x"]
    let made = JSON.made { write in items.forEach(write) }
    #expect(made.document == JSON.list(items).document)
    #expect(made.compact == JSON.list(items).compact)
    #expect(JSON.made { _ in }.document == "[]\n")
  }
}
