import TerminalTesting
import Testing

/// Themes that are changed while the demo runs; `t` takes the next built-in one.
@Suite struct WearingTests {
  /// The emulator tells no looks of the right half of a wide character.
  private func background(_ screen: TerminalScreen) -> Set<Int?> {
    Set(screen.cells.joined().filter { !$0.text.isEmpty }.map(\.background))
  }

  @Test func `another theme colours the whole screen at once`() throws {
    let session = try demo()
    let plain = try session.waitFor("row 1 of")
    #expect(background(plain) == [nil])
    session.send("t")
    try session.waitUntil("the dark theme") { background($0) == [234] }
    session.send("t")
    let light = try session.waitUntil("the light theme") { background($0) == [255] }
    #expect(light.text == plain.text)
    session.send("tttt")
    try session.waitUntil("the first theme") { $0 == plain }
  }

  @Test(arguments: [("xterm-256color", 234), ("xterm", 0)])
  func `themes can be tried without end`(type: String, colour: Int) throws {
    let session = try demo(environment: ["TERM": type])
    let plain = try session.waitFor("row 1 of")
    session.send(String(repeating: "t", count: 600))
    session.send("jk")
    try session.waitUntil("the first theme") { $0 == plain }
    session.send("t")
    try session.waitUntil("the dark theme") { background($0) == [colour] }
  }

  @Test func `a theme that was changed leaves nothing behind`() throws {
    let session = try demo()
    try session.waitFor("row 1 of")
    session.send("tq")
    #expect(session.exitStatus() == 0)
    #expect(!session.screen.isAlternate)
    #expect(background(session.screen) == [nil])
  }

  @Test func `without colours a theme changes attributes alone`() throws {
    let session = try demo(environment: ["NO_COLOR": "1"])
    try session.waitFor("row 1 of")
    session.send("tj")
    let screen = try session.waitFor("row 2 of")
    #expect(background(screen) == [nil])
    #expect(Set(screen.cells.joined().map(\.foreground)) == [nil])
  }
}
