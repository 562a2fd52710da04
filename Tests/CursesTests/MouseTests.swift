import TerminalTesting
import Testing

/// The demo with a mouse, under a pseudo-terminal.
@Suite struct MouseTests {
  private let on = "\u{1B}[?1000h\u{1B}[?1006h"

  @Test func `clicks and the wheel reach the program with their cells`() throws {
    let session = try demo(["--mouse"])
    try session.waitFor("row 1 of")
    #expect(String(decoding: session.received, as: UTF8.self).contains(on))
    session.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
    try session.waitFor("click at 2,4")
    session.send("\u{1B}[<65;80;24M")
    try session.waitFor("wheelDown at 23,79")
    session.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<0;5;3M")
    try session.waitFor("doubleClick at 2,4")
  }

  @Test func `what is reported beyond the screen did not happen`() throws {
    let session = try demo(["--mouse"])
    try session.waitFor("row 1 of")
    session.send("\u{1B}[<0;81;1M\u{1B}[<0;1;25Mj")
    try session.waitFor("row 2 of 10000  j/k move")
  }

  @Test(arguments: ["xterm", "screen", "tmux-256color"])
  func `who does not ask for the mouse has none, and it types nothing`(type: String) throws {
    let session = try demo(environment: ["TERM": type])
    try session.waitFor("row 1 of")
    #expect(!session.hearsMouse)
    session.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[M !!j")
    try session.waitFor("row 2 of 10000  j/k move")
  }

  @Test(arguments: [("linux", false), ("vt100", false), ("screen", true), ("tmux-256color", true)])
  func `only terminals that ignore what they do not have are asked`(type: String, isAsked: Bool)
    throws
  {
    let session = try demo(["--mouse"], environment: ["TERM": type])
    try session.waitFor("row 1 of")
    #expect(session.hearsMouse == isAsked)
    session.send("\u{1B}[<0;5;3M\u{1B}[M !!j")
    try session.waitFor(isAsked ? "row 2 of 10000  click at" : "row 2 of 10000")
    session.send("q")
    #expect(session.exitStatus() == 0)
    #expect(!session.hearsMouse)
  }
}
