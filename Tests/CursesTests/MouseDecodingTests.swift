@testable import Curses
import Canvas
import Interaction
import Testing

/// What the decoder makes of a mouse's reports.
@Suite struct MouseDecodingTests {
  private func events(_ chunks: String..., withMouse: Bool = true) -> [Event] {
    var decoder = InputDecoder(withMouse: withMouse)
    return chunks.flatMap { decoder.decode(Array($0.utf8)) } + decoder.giveUp()
  }

  private let j = Event.key(.character("j"))

  @Test(arguments: [
    ("\u{1B}[<0;1;1M", Mouse(.click, at: Position(row: 0, column: 0))),
    ("\u{1B}[<0;300;20M", Mouse(.click, at: Position(row: 19, column: 299))),
    ("\u{1B}[<64;5;6M", Mouse(.wheelUp, at: Position(row: 5, column: 4))),
    ("\u{1B}[<65;5;6M", Mouse(.wheelDown, at: Position(row: 5, column: 4))),
  ])
  func `presses of the left button and the wheel are reported`(report: String, mouse: Mouse) {
    #expect(events(report + "j") == [.mouse(mouse), j])
  }

  @Test(arguments: [
    "0;1;1m", "1;1;1M", "2;1;1M", "3;1;1M", "4;1;1M", "16;1;1M", "32;1;1M", "35;1;1M", "64;1;1m",
    "66;1;1M", "67;1;1M", "128;1;1M",
  ])
  func `releases, motion, other buttons and held keys are dropped`(report: String) {
    #expect(events("\u{1B}[<\(report)j") == [j])
  }

  @Test(arguments: [
    "0;0;1M", "0;1;0M", "0;1M", "0M", "M", ";;M", "0;;1M", "0;1;M", ";1;1M", "0;1;1;1M", "0;1;1",
    "0;1;-1M", "0;+1;1M", "0;1;1 M", "0;1;1:1M", "99999999999999999999;1;1M",
    "0;99999999999999999999999;1M", "0;1;18446744073709551617M", "<0;1;1M", "0;1;1~",
  ])
  func `a report that says nothing possible is dropped whole`(report: String) {
    #expect(events("\u{1B}[<\(report)\u{1B}xj") == [.key(.alt("x")), j])
  }

  @Test func `no number is long enough to be typed`() {
    let digits = String(repeating: "1", count: 1000)
    #expect(events("\u{1B}[<0;\(digits);1Mj") == [j])
    #expect(events("\u{1B}[<0;\(digits)", digits, ";1;1Mj") == [j])
    #expect(events("\u{1B}[<0;\(String(repeating: "0", count: 99))", "1;1Mj") == [j])
  }

  @Test(arguments: [true, false])
  func `a report is whole at any cut of the reads, and never typed`(withMouse: Bool) {
    let sent = Array("\u{1B}[<0;12;7M\u{1B}[<0;12;7mj\u{1B}[M !!k".utf8)
    let click = Event.mouse(Mouse(.click, at: Position(row: 6, column: 11)))
    let whole = (withMouse ? [click] : []) + [j, .key(.character("k"))]
    for first in 0...sent.count {
      for second in first...sent.count {
        var decoder = InputDecoder(withMouse: withMouse)
        let events =
          decoder.decode(sent[..<first]) + decoder.decode(sent[first..<second])
          + decoder.decode(sent[second...])
        #expect(events == whole, "cut at \(first) and \(second)")
        #expect(decoder.unfinished == nil)
      }
    }
  }

  @Test func `a report that stops waits for its end without a limit`() {
    var decoder = InputDecoder(withMouse: true)
    for part in ["\u{1B}[<", "0;", "1;1"] {
      #expect(decoder.decode(Array(part.utf8)) == [])
      #expect(decoder.unfinished == .report)
    }
    #expect(decoder.decode(Array("M".utf8)).count == 1)
  }

  @Test(arguments: [("\u{1B}", "[<0;1;1M", Key.escape), ("\u{1B}[", "<0;1;1M", .alt("["))])
  func `a report whose start came too early is not typed`(start: String, rest: String, key: Key) {
    var decoder = InputDecoder(withMouse: true)
    #expect(decoder.decode(Array(start.utf8)) + decoder.giveUp() == [.key(key)])
    #expect(
      decoder.decode(Array((rest + "j").utf8))
        == [.mouse(Mouse(.click, at: Position(row: 0, column: 0))), j])
  }

  @Test func `what is typed after Escape stays typed`() {
    for text in ["[", "[j", "[<", "<", "[<j"] {
      var decoder = InputDecoder(withMouse: true)
      _ = decoder.decode([0x1B]) + decoder.giveUp()
      let keys = text.map { Event.key(.character($0)) }
      #expect(decoder.decode(Array(text.utf8)) + decoder.giveUp() == keys, "\(text)")
      #expect(decoder.decode(Array("[<0".utf8)).count == 3)
    }
  }

  @Test func `a report of the older form is dropped whole`() {
    #expect(events("\u{1B}[M !!j") == [j])
    #expect(events("\u{1B}[M\u{FF}qj") == [j])
    #expect(events("\u{1B}[M ", "!", "!j") == [j])
    #expect(events("\u{1B}[M !\u{1B}[Aj") == [.key(.up), j])
    #expect(events("\u{1B}[M !") == [])
  }

  @Test func `a key that is sent like the older form stays a key`() {
    var decoder = InputDecoder(described: [Array("\u{1B}[M".utf8): .function(1)])
    #expect(decoder.decode(Array("\u{1B}[Mj".utf8)) == [.key(.function(1)), j])
  }
}
