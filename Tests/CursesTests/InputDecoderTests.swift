import SeededRandom
@testable import Curses
import Interaction
import Testing

@Suite struct InputDecoderTests {
  private func events(_ chunks: String..., described: [[UInt8]: Key] = [:]) -> [Event] {
    var decoder = InputDecoder(described: described)
    return chunks.flatMap { decoder.decode(Array($0.utf8)) } + decoder.giveUp()
  }

  @Test(arguments: [
    ("a", Key.character("a")), (" ", .character(" ")), ("£", .character("£")),
    ("日", .character("日")), ("😀", .character("😀")), ("\r", .enter), ("\n", .enter),
    ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace), ("\u{0}", .control(" ")),
    ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
    ("\u{1F}", .control("_")), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
    ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}[A", .up), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}OF", .end),
    ("\u{1B}[1~", .home), ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[24~", .function(12)),
  ])
  func `a key is decoded from what terminals send`(sent: String, key: Key) {
    #expect(events(sent) == [.key(key)])
  }

  @Test func `keys that a terminal's description names are decoded`() {
    let described: [[UInt8]: Key] = [
      Array("\u{1B}[[A".utf8): .function(1), Array("\u{1B}A".utf8): .up,
    ]
    #expect(
      events("\u{1B}[[Ax", described: described) == [.key(.function(1)), .key(.character("x"))])
    #expect(events("\u{1B}A", described: described) == [.key(.up)])
  }

  @Test(arguments: [
    "\u{1B}[<0;10;20M", "\u{1B}[1;5Z", "\u{1B}[?62;c", "\u{1B}[9999~", "\u{1B}[[E", "\u{1B}Oz",
    "\u{1B}[201~",
  ])
  func `an unknown sequence commands nothing`(sequence: String) {
    #expect(events(sequence + "j") == [.key(.character("j"))])
  }

  @Test func `a sequence of any length is dropped up to its end`() {
    for length in [1, 61, 62, 63, 64, 65, 1000] {
      let parameters = String(repeating: "1", count: length)
      #expect(events("\u{1B}[\(parameters)dj") == [.key(.character("j"))])
      #expect(events("\u{1B}[", parameters, "d", "j") == [.key(.character("j"))])
      #expect(events("\u{1B}[\(parameters)\u{1B}[A") == [.key(.up)])
    }
  }

  @Test func `a sequence without an end is given up`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[".utf8) + Array(repeating: 0x31, count: 100)) == [])
    #expect(decoder.unfinished == .sequence)
    #expect(decoder.giveUp() == [])
    #expect(decoder.decode([0x6A]) == [.key(.character("j"))])
  }

  @Test func `keys come whole at any cut of the reads`() {
    let sent = Array("a\u{1B}[A日\u{1B}[200~x\r\ny\u{1B}[201~\u{1B}x\u{1B}[15~é".utf8)
    let whole: [Event] = [
      .key(.character("a")), .key(.up), .key(.character("日")), .paste("x\ny"), .key(.alt("x")),
      .key(.function(5)), .key(.character("é")),
    ]
    for first in 0...sent.count {
      for second in first...sent.count {
        var decoder = InputDecoder()
        let events =
          decoder.decode(sent[..<first]) + decoder.decode(sent[first..<second])
          + decoder.decode(sent[second...])
        #expect(events == whole, "cut at \(first) and \(second)")
        #expect(decoder.unfinished == nil)
      }
    }
  }

  @Test func `nothing that is pasted is a key`() {
    let text = "q\u{1B}[A\u{3}\u{1B}[20\u{1B}[200~\u{1B}"
    #expect(events("\u{1B}[200~" + text + "\u{1B}[201~j") == [.paste(text), .key(.character("j"))])
  }

  @Test func `line breaks of a paste are made one kind`() {
    #expect(events("\u{1B}[200~a\rb\r\nc\nd\r\r\u{1B}[201~") == [.paste("a\nb\nc\nd\n\n")])
  }

  @Test func `a paste without an end comes when it is given up`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~lost\u{1B}[20".utf8)) == [])
    #expect(decoder.unfinished == .paste)
    #expect(decoder.giveUp() == [.paste("lost\u{1B}[20")])
    #expect(decoder.unfinished == nil)
    #expect(decoder.decode(Array("j".utf8)) == [.key(.character("j"))])
  }

  @Test func `an empty paste is nothing`() {
    #expect(events("\u{1B}[200~\u{1B}[201~j") == [.key(.character("j"))])
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~".utf8)) + decoder.giveUp() == [])
    #expect(decoder.unfinished == nil)
  }

  @Test func `a long paste is cut between lines`() {
    let line = String(repeating: "é", count: 700) + "\tx\r\n"
    let text = String(repeating: line, count: 2 * InputDecoder.pasteLimit / line.utf8.count)
    let parts = events("\u{1B}[200~" + text + "end\u{1B}[201~").map { event in
      if case .paste(let text) = event { text } else { "" }
    }
    #expect(parts.count > 1)
    #expect(parts.dropLast().allSatisfy { $0.hasSuffix("\tx\n") })
    #expect(parts.joined() == text.replacing("\r\n", with: "\n") + "end")
  }

  @Test func `a long paste comes in parts and stays a paste`() {
    var decoder = InputDecoder()
    let piece = Array(repeating: UInt8(ascii: "x"), count: 4096)
    var events = decoder.decode(Array("\u{1B}[200~".utf8))
    for _ in 0..<600 { events += decoder.decode(piece) }
    events += decoder.decode(Array("\u{1B}[201~".utf8))
    let lengths = events.map { if case .paste(let text) = $0 { text.utf8.count } else { -1 } }
    #expect(lengths.reduce(0, +) == 600 * 4096)
    #expect(lengths.allSatisfy { $0 > 0 && $0 <= InputDecoder.pasteLimit + 4096 })
  }

  @Test func `bytes that are not text become signs`() {
    var decoder = InputDecoder()
    let sign = Event.key(.character("\u{FFFD}"))
    #expect(decoder.decode([0xFF, 0x61, 0xC3]) == [sign, .key(.character("a"))])
    #expect(decoder.unfinished == .sequence)
    #expect(decoder.decode([0x62]) == [sign, .key(.character("b"))])
    #expect(decoder.decode([0xED, 0xA0, 0x80]) == [sign])
    #expect(decoder.decode([0xF0, 0x9F]) + decoder.giveUp() == [sign])
    #expect(decoder.decode([0xF0, 0x9F, 0x62]) == [sign, .key(.character("b"))])
    #expect(decoder.decode([0xC0, 0x9B, 0x62]) == [sign, .key(.character("b"))])
  }

  @Test func `escape before a key that is not a character is escape`() {
    #expect(events("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    #expect(events("\u{1B}\r") == [.key(.escape), .key(.enter)])
  }
}
