@testable import Curses
import Foundation
import SeededRandom
import TerminalTesting
import Testing

@Suite struct ClipboardTests {
  /// What the demo has sent once it has moved on after these keys.
  private func sent(for keys: String, type: String = "xterm-256color") throws -> String {
    let session = try demo(environment: ["TERM": type])
    try session.waitFor("row 1 of")
    session.send(keys + "j")
    try session.waitFor("row 2 of")
    return String(decoding: session.received, as: UTF8.self)
  }

  @Test func `a text goes to the clipboard of who sits at the terminal`() throws {
    let text = Data("row 1 £".utf8).base64EncodedString()
    for type in ["xterm-256color", "tmux-256color"] {
      #expect(try sent(for: "y", type: type).contains("\u{1B}]52;c;\(text)\u{7}"))
    }
  }

  @Test func `a text that is too long does not go there in part`() throws {
    #expect(try !sent(for: "Y").contains("\u{1B}]52"))
  }

  @Test func `a terminal that would print the sequence is not sent it`() throws {
    #expect(try !sent(for: "y", type: "linux").contains("]52"))
  }

  @Test func `who switches the clipboard off is taken at their word`() throws {
    let session = try demo(["--no-clipboard"])
    try session.waitFor("row 1 of")
    session.send("yj")
    try session.waitFor("row 2 of")
    #expect(!String(decoding: session.received, as: UTF8.self).contains("]52"))
  }

  @Test(arguments: [
    ("xterm", [], "available"), ("xterm", ["--no-clipboard"], "switchedOff"),
    ("linux", [], "unavailable"), ("linux", ["--no-clipboard"], "switchedOff"),
  ])
  func `whether texts can be copied is known beforehand`(
    type: String, arguments: [String], word: String
  ) throws {
    let session = try demo(arguments, environment: ["TERM": type])
    try session.waitFor("row 1 of")
    session.send("c")
    try session.waitFor("clipboard \(word)")
  }

  @Test func `bytes are written in base 64 as elsewhere`() {
    var random = SplitMix64(seed: 52)
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
    }
  }
}
