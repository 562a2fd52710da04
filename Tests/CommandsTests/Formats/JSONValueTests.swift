import SeededRandom
import Foundation
import Testing

@testable import Documents

@Suite("JSON")
struct JSONValueTests {
  @Test func `keys stand in the order in which they were given`() {
    let value: JSONValue = ["b": 1, "a": ["x", .null, .boolean(true)], "": [], "c": .object([])]
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

  @Test func `what has a meaning of its own is escaped`() {
    let value = JSONValue.text(
      "\" \\ / \n\r\t\u{8}\u{0}\u{7F}\u{9F} é \u{2028}\u{202E}\u{1F600}\u{E0041}")
    #expect(
      value.document == #"""
        "\" \\ / \n\r\t\u0008\u0000\u007f\u009f é \u2028\u202e😀\udb40\udc41"

        """#)
  }

  @Test func `any text is read back as it was`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let text = random.text(upTo: 40)
      let read = try JSONSerialization.jsonObject(
        with: Data(JSONValue.list([.text(text)]).document.utf8))
      let strings = try #require(read as? [String])
      #expect(Array(strings[0].unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func `keys are escaped like texts`() {
    #expect(
      JSONValue.object([(key: "\n", value: .null)]).document == "{\n  \"\\n\": null\n}\n")
  }
}
