import Glibc
import TerminalTesting
import Testing

/// The demo with a pipe that its display watches besides the terminal.
///
/// It counts its events, so a display that reports without end is seen immediately.
@Suite struct WatchingTests {
  @Test func `what arrives is reported once, and again when more arrives`() throws {
    let pipe = try NamedPipe()
    let session = try demo(["--watch=\(pipe.path)"])
    try session.waitFor("row 1 of 10000  j/k")
    pipe.write("abc")
    try session.waitFor("notice 1 ")
    session.send("j")
    try session.waitFor("row 2 of 10000  notice 1 ")
    pipe.write("d")
    try session.waitFor("row 2 of 10000  notice 2 ")
  }

  @Test func `what is not read wakes once and is reported again with each key`() throws {
    let pipe = try NamedPipe()
    let session = try demo(["--watch=\(pipe.path)", "--leave"])
    try session.waitFor("row 1 of 10000  j/k")
    pipe.write("a")
    try session.waitFor("row 1 of 10000  notice 1 ")
    for row in 2...20 {
      session.send("j")
      try session.waitFor("row \(row) of 10000  notice \(row) ")
    }
  }

  @Test func `a lone Escape comes though nobody reads`() throws {
    let pipe = try NamedPipe()
    let session = try demo(["--watch=\(pipe.path)", "--leave"])
    try session.waitFor("row 1 of")
    pipe.write("a")
    try session.waitFor("notice 1 ")
    session.send("\u{1B}")
    try session.waitFor("key escape")
  }

  @Test func `stopping and going on leaves the watch as it was`() throws {
    let pipe = try NamedPipe()
    let session = try demo(["--watch=\(pipe.path)"])
    try session.waitFor("row 1 of")
    session.send("\u{1A}")
    #expect(session.waitForState() == .stopped)
    pipe.write("a")
    session.continue()
    try session.waitFor("notice 1 ")
  }

  @Test func `nothing wakes it while nothing happens`() throws {
    let pipe = try NamedPipe()
    let session = try demo(["--watch=\(pipe.path)"])
    let other = try demo()
    try session.waitFor("row 1 of")
    _ = try session.answer(to: "j")
    _ = try other.answer(to: "j")
    let before = session.wakeUps
    // No clock is asked: what counts is what the one does while the other answers.
    for _ in 0..<50 { _ = try other.answer(to: "j") }
    #expect(before != nil && session.wakeUps == before)
  }
}
