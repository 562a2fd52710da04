import Documents
import Testing

@Suite struct ParseTests {
  @Test func `every value has its place`() throws {
    let text = "a: 1\nb:\n  - x\n  - 'y'\nc: {d: [2]}\n"
    #expect(
      outline(try parse(Array(text.utf8)))
        == "1:1 {1:1 a: 1:4 1, 2:1 b: 3:3 [3:5 x, 4:5 \"y\"], 5:1 c: 5:4 {5:5 d: 5:8 [5:9 2]}}")
  }

  @Test func `columns count characters without a byte-order mark`() throws {
    let text = "\u{FEFF}{é😀: x, b: y}"
    #expect(outline(try parse(Array(text.utf8))) == "1:1 {1:2 é😀: 1:6 x, 1:9 b: 1:12 y}")
  }

  @Test func `lines are counted as in an editor`() throws {
    let text = "a: \"\u{2028}\u{85}\u{2029}\"\r\nb: 1\rc: £\nd: 2"
    #expect(
      outline(try parse(Array(text.utf8))).hasSuffix("2:1 b: 2:4 1, 3:1 c: 3:4 £, 4:1 d: 4:4 2}"))
  }

  @Test func `JSON has the same nodes as YAML`() throws {
    let json = "\t{\"a\" :\t[1.50, true,\n null, \"x\"], \"b\": {}, \"c\": []}\r\n"
    #expect(
      outline(try parse(Array(json.utf8)))
        == "1:2 {1:3 a: 1:9 [1:10 1.50, 1:16 true, 2:2 null, 2:8 \"x\"], "
        + "2:14 b: 2:19 {}, 2:23 c: 2:28 []}")
  }

  @Test(arguments: [
    (#""\/""#, "/"), (#""\uD83D\uDE00""#, "😀"), (#""\u00e9\u00C9""#, "éÉ"),
    (#""\b\f\n\r\t\"\\""#, "\u{8}\u{C}\n\r\t\"\\"), (#""\u0000""#, "\u{0}"), (#""é😀""#, "é😀"),
  ])
  func `JSON's escapes are decoded`(written: String, meant: String) throws {
    let root = try parse(Array("[\(written)]".utf8))
    guard case .sequence(let nodes) = root.content else {
      Issue.record("not a list")
      return
    }
    #expect(nodes.map(\.content) == [.scalar(meant, isPlain: false)])
  }

  @Test(arguments: ["0", "-0", "12.50", "1e5", "-1.5E-3", "1E+2"])
  func `JSON numbers stay as written`(number: String) throws {
    #expect(outline(try parse(Array("[\(number)]".utf8))) == "1:1 [1:2 \(number)]")
  }

  @Test func `YAML in flow style may start like JSON`() throws {
    let text = "{a: 1, b: [x], } # comment"
    #expect(outline(try parse(Array(text.utf8))) == "1:1 {1:2 a: 1:5 1, 1:8 b: 1:11 [1:12 x]}")
  }

  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func `a plain word for null is null, a quoted one is text`(word: String) {
    #expect(Node(place: .start, content: .scalar(word, isPlain: true)).isNull)
    #expect(!Node(place: .start, content: .scalar(word, isPlain: false)).isNull)
  }

  @Test func `a document cut off anywhere is read or refused`() {
    let text = Array("a: [1, {b: 'é😀'}]\nc: \"\\u00e9\\n\"\nd:\n  - |\n    x\n  - &a y\n".utf8)
    let json = Array(#"{"a": [1.5, true, {"b": "\uD83D\uDE00é"}], "c": null}"#.utf8)
    for document in [text, json] {
      for end in 0..<document.count {
        for fault in faults({ () throws(FaultList) in try parse(Array(document[..<end])) }) {
          #expect(!fault.isEmpty)
        }
      }
    }
    #expect(faults { () throws(FaultList) in try parse(json) }.isEmpty)
  }
}
