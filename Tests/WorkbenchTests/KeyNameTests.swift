import Interaction
import Testing

@testable import Workbench

/// Keys and their names, there and back.
@Suite struct KeyNameTests {
  /// Every key that a terminal can send, but for most of Unicode.
  private static let keys: [Key] =
    [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown,
    ] + (1...12).map { .function($0) } + ascii.map { .character($0) } + ascii.map { .alt($0) }
    + "abcdefghijklmnopqrstuvwxyz \\]^_".map { .control($0) }
    + "£éßЖ日🙂".map { .character($0) }
  private static let ascii = (UInt8(ascii: " ")...UInt8(ascii: "~")).map {
    Character(Unicode.Scalar($0))
  }

  @Test(arguments: keys)
  func `a key is read back from its name`(key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test func `no two keys have one name`() {
    #expect(Set(Self.keys.map(\.name)).count == Self.keys.count)
  }

  @Test func `Ctrl takes capitals as terminals do`() {
    #expect(Key(name: "Ctrl-R") == .control("r"))
    #expect(Key(name: "Alt-R") == .alt("R"))
  }

  @Test(
    arguments: [
      "", " ", "enter", "ctrl-r", "Ctrl-", "Ctrl-1", "Ctrl-é", "Alt-", "Alt-é", "F0", "F13", "F01",
      "xy", "e\u{301}", "\u{1B}", "\u{200E}", "\u{A0}", "\n", "Ctrl-Enter", "Space ",
    ])
  func `what names no key is none`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `names to choose from name keys`() {
    #expect(Key.knownNames.allSatisfy { Key(name: $0)?.name == $0 })
  }
}
