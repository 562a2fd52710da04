import Interaction
import Testing

@testable import Curses

/// What terminals report about themselves, asked or not, which is not input.
@Suite struct ReplyDecodingTests {
  private let j = Event.key(.character("j"))

  /// The events of bytes that come cut at a place, and of a key after them.
  private func events(_ bytes: [UInt8], cutAt place: Int) -> [Event] {
    var decoder = InputDecoder()
    return decoder.decode(bytes[..<place]) + decoder.decode(bytes[place...] + [0x6A])
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:dddd/dddd/dddd\u{7}", "\u{1B}]11;rgb:dddd/dddd/dddd\u{1B}\\",
    "\u{1B}]52;c;ZGRkZGQ=\u{7}", "\u{1B}]ldddd\u{1B}\\", "\u{1B}]l✓ dd 😀\u{1B}\\",
    "\u{1B}P1+r544e=787465726ddd\u{1B}\\", "\u{1B}P1$r0md\u{1B}\\",
    "\u{1B}P>|kitty(0.35.2)\u{1B}\\", "\u{1B}P\u{1B}\\", "\u{1B}_Gi=31;OKddd\u{1B}\\",
    "\u{1B}^ddd\u{1B}\\", "\u{1B}Xddd\u{1B}\\", "\u{1B}P!|00dddd00\u{1B}\\",
    "\u{1B}Ptmux;\u{1B}\u{1B}]11;rgb:dddd\u{7}d\u{1B}\\",
    "\u{1B}Ptmux;\u{1B}\u{1B}]11;rgb:dddd\u{1B}\u{1B}\\d\u{1B}\\",
    "\u{1B}Pa\u{1B}[Ad\r\u{3}\u{1B}\\", "\u{9D}11;rgb:dddd/dd\u{9C}", "\u{90}dd\u{9C}",
    "\u{98}d\u{1B}\\", "\u{9E}d\u{9C}", "\u{9F}d\u{9C}", "\u{9B}3d", "\u{9C}", "\u{85}",
    "\u{1B}[?64;1;2;6;9;15;18;21;22c", "\u{1B}[24;80R", "\u{1B}[?2026;2$y", "\u{1B}[I\u{1B}[O",
    "\u{1B}[100;5u", "\u{1B}[27;5;100~", "\u{1B}[32;10;5M", "\u{1B}[1;2;3;4&w",
    "\u{1B}[Mddd", "\u{1B}[t!!", "\u{1B}[Tdddddd", "\u{1B}[[d", "\u{1B}O3d",
    "\u{1B}[1\u{0};2d", "\u{1B}[1\r;2d", "\u{1B}[1\u{7F}2R", "\u{1B}[1é;2d", "\u{1B}[1É;2d",
  ])
  func `a reply is dropped whole at any cut`(reply: String) {
    let bytes = Array(reply.utf8)
    for place in 0...bytes.count {
      #expect(events(bytes, cutAt: place) == [j], "cut at \(place)")
    }
  }

  @Test(
    arguments: [
      [0x9D, 0x31, 0x64, 0x9C], [0x90, 0x64, 0x9C], [0x98, 0x64, 0x1B, 0x5C], [0x9E, 0x64, 0x9C],
      [0x9F, 0x64, 0xE2, 0x9C, 0x93, 0x64, 0x9C], [0x9D, 0xF0, 0x9F, 0x9C, 0x9C, 0x64, 0x07],
      [0x9B, 0x33, 0x64], [0x8F, 0x64], [0x85], [0x9C],
    ] as [[UInt8]])
  func `a reply in single bytes is dropped whole at whatever byte it is cut`(reply: [UInt8]) {
    for place in 0...reply.count {
      #expect(events(reply, cutAt: place) == [j], "cut at \(place)")
    }
  }

  @Test func `a key sent in single bytes is that key`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x9B, 0x41, 0x8F, 0x42, 0x9B]) == [.key(.up), .key(.down)])
    #expect(decoder.decode(Array("3~".utf8)) == [.key(.delete)])
  }

  @Test func `a string is not kept, however long it is`() {
    var decoder = InputDecoder()
    var events = decoder.decode([0x1B, 0x5D])
    for _ in 0..<100 {
      events += decoder.decode([UInt8](repeating: 0x64, count: 4096))
      #expect(decoder.pending.isEmpty)
    }
    #expect(decoder.unfinished == .string)
    #expect(events + decoder.decode([0x07, 0x6A]) == [j])
  }

  @Test(arguments: ["\u{1B}]", "\u{1B}Pdd", "\u{1B}Pdd\u{1B}", "\u{9F}", "\u{1B}[t", "\u{9B}1"])
  func `a reply without an end is dropped, and what follows counts`(start: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array((start + "\u{20}").utf8)) + decoder.giveUp() == [])
    #expect(decoder.unfinished == nil)
    #expect(decoder.decode([0x6A]) == [j])
  }

  @Test(arguments: ["P", "]", "X", "^", "_", "[", "O"] as [Character])
  func `Alt with a letter that opens a sequence is a key where nothing follows`(letter: Character) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}\(letter)".utf8)) == [])
    #expect(decoder.unfinished == .sequence)
    #expect(decoder.giveUp() == [.key(.alt(letter))])
    #expect(decoder.decode([0x6A]) == [j])
  }

  @Test(arguments: [
    ("\u{1B}", "[24;80R"), ("\u{1B}", "]11;rgb:dd/dd/dd\u{7}"), ("\u{1B}", "]11;d\u{1B}\\"),
    ("\u{1B}", "P1$r0d\u{1B}\\"), ("\u{1B}P", "1$r0d\u{1B}\\"), ("\u{1B}[", "?64;1d"),
    ("\u{1B}]", "11;d\u{7}"),
  ])
  func `a reply whose start came too early is not typed`(start: String, rest: String) {
    var decoder = InputDecoder()
    #expect((decoder.decode(Array(start.utf8)) + decoder.giveUp()).count == 1)
    #expect(decoder.decode(Array((rest + "j").utf8)) == [j])
  }

  @Test(arguments: [
    ["\u{1B}", "P>|kitty(0.31)dd", "\u{1B}\\"], ["\u{1B}", "P", ">|kitty(0.31)dd", "\u{1B}\\"],
    ["\u{1B}", "P>", "|kitty(0.31)dd", "\u{1B}\\"], ["\u{1B}", "_Gi=1;OKdd", "\u{1B}\\"],
    ["\u{1B}", "_", "Gi=1;OKdd\u{1B}", "\\"], ["\u{1B}", "]11;rgb:dd", "/dd\u{7}"],
    ["\u{1B}", "]", "11;rgb:dd", "/dd\u{7}"], ["\u{1B}", "P1$r0d", "d\u{1B}\\"],
    ["\u{1B}", "[", "<0;5;5M"], ["\u{1B}", "[", "24;80R"],
  ])
  func `a reply is not typed where Escape came alone and the rest in parts`(parts: [String]) {
    var decoder = InputDecoder()
    var events = decoder.decode(Array(parts[0].utf8)) + decoder.giveUp()
    for part in parts.dropFirst() { events += decoder.decode(Array(part.utf8)) }
    #expect(events == [.key(.escape)])
    #expect(decoder.decode([0x6A]) == [j])
  }

  @Test func `a key that could open a reply is only held for a moment after Escape`() {
    for letter in "P]X^_[" {
      var decoder = InputDecoder()
      _ = decoder.decode([0x1B]) + decoder.giveUp()
      #expect(decoder.decode(Array("\(letter)".utf8)) == [])
      #expect(decoder.unfinished == .lateOpener)
      #expect(decoder.giveUp() == [.key(.character(letter))])
      #expect(decoder.decode([0x6A]) == [j])
      _ = decoder.decode([0x1B]) + decoder.giveUp() + decoder.decode(Array("\(letter)".utf8))
      #expect(decoder.decode([0x6A]) == [.key(.character(letter)), j])
    }
  }

  @Test func `a paste whose start came too early is a paste`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]) + decoder.giveUp() == [.key(.escape)])
    #expect(decoder.decode(Array("[200~dd\u{1B}[201~".utf8)) == [.paste("dd")])
  }

  @Test func `what is typed after Escape and Alt stays typed`() {
    for (start, text) in [("\u{1B}", "P1d"), ("\u{1B}", "[1"), ("\u{1B}P", "dd"), ("\u{1B}]", "d")]
    {
      var decoder = InputDecoder()
      _ = decoder.decode(Array(start.utf8)) + decoder.giveUp()
      #expect(
        decoder.decode(Array(text.utf8)) == text.map { .key(.character($0)) }, "\(start)\(text)")
    }
  }
}
