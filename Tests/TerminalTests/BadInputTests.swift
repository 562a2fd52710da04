import Foundation
import TerminalTesting
import Testing

/// Errors are reported in one line, and the terminal is not changed.
@Suite struct BadInputTests {
  @Test(arguments: [
    ("dumb", "use `calloff --plain PLAN` or `calloff check PLAN` there"),
    ("nosuch", "nothing is known of a terminal"),
  ])
  func `an unusable terminal is refused with a message`(_ type: String, _ words: String)
    throws
  {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: ["TERM": type], columns: 200)
    #expect(session.exitStatus() == 3)
    #expect(session.screen.contains(words))
    #expect(!session.received.contains(0x1B))
  }

  @Test func `a terminal without a type is refused with a message`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: ["TERM": String?.none])
    #expect(session.exitStatus() == 3)
    #expect(session.screen.contains("`TERM` is not set"))
  }

  @Test func `a document that is not a plan is refused with place and message`() throws {
    let fixture = try PlanFixture()
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
      let url = fixture.folder.appending(path: name)
      try Data(bytes).write(to: url)
      return url.path
    }
    let cases: [(String, String)] = [
      (fixture.folder.appending(path: "none.txt").path, "does not exist"),
      (try write("empty.yaml", []), "empty"),
      (try write("binary.yaml", [0, 1, 2, 0xFF, 0xFE, 0x1B, 0x5B]), "not text"),
      (try write("list.yaml", Array("- 1\n".utf8)), ":1:1:"),
    ]
    for (path, words) in cases {
      let session = try fixture.open([path], columns: 250)
      #expect(session.exitStatus() == 2, "\(path)")
      #expect(session.screen.contains(words), "\(session.screen.text)")
      #expect(!session.received.contains(0x1B))
    }
  }

  @Test func `hostile text is shown and cannot control the terminal`() throws {
    let fixture = try PlanFixture()
    let hostile =
      "\\e]0;owned\\a\\e[2J\\u202Eevil\\u200B\\tx" + String(repeating: "\\u0301", count: 500)
    let text = fixture.document
      .replacingOccurrences(of: "Casualty Systems", with: "\"\(hostile)\"")
      .replacingOccurrences(of: "Imaging and wards, 2004-07", with: "\"\(hostile)\"")
    try Data(text.utf8).write(to: fixture.plan)
    for (rows, columns) in [(24, 80), (12, 40), (40, 120)] {
      let session = try fixture.open(rows: rows, columns: columns)
      try session.waitFor("unfunded")
      session.send("jjjj\rjl\r")
      try session.waitFor("Enter accept")
      let output = String(decoding: session.received, as: UTF8.self)
      #expect(!output.contains("\u{1B}]") && !output.contains("\u{202E}"))
      #expect(!output.contains("\u{200B}") && !output.contains("\u{7}"))
      session.send("\u{3}\u{3}q")
      #expect(session.exitStatus() == 0)
    }
  }

  @Test(arguments: [(1, 1), (5, 20), (2, 300)])
  func `a tiny terminal does not crash the program`(_ rows: Int, _ columns: Int) throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(rows: rows, columns: columns)
    try session.waitUntil("anything") { !$0.text.allSatisfy(\.isWhitespace) }
    session.resize(rows: 24, columns: 80)
    try session.waitFor("q quit")
    session.send("q")
    #expect(session.exitStatus() == 0)
  }

  @Test(arguments: ["LANG", "LC_ALL", "LC_CTYPE"])
  func `C UTF-8 replaces a locale that is not installed`(_ name: String) throws {
    let places = [try PlanFixture(), try PlanFixture()]
    let usual = try places[0].open().waitFor("q quit")
    let screen = try places[1].open(environment: [name: "xx_YY.UTF-8"]).waitFor("q quit")
    #expect(screen.text == usual.text)
  }

  @Test func `a locale of another character set that is not installed gets ASCII and a message`()
    throws
  {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: ["LC_ALL": "xx_YY.ISO-8859-1"])
    try session.waitFor("`xx_YY.ISO-8859-1` is not installed: drawn with ASCII alone")
  }

  @Test func `a locale without UTF-8 gets ASCII, in the same columns`() throws {
    let fixture = try PlanFixture()
    // The emulator loses a column when a character is repeated (REP) up to the last but one.
    let plain = try fixture.open(environment: ["LANG": "C", "TERM": "vt220"])
    let screen = try plain.waitFor("q quit")
    #expect(screen.contains("2004-07 * RXX"))
    #expect(plain.received.allSatisfy { $0 < 0x80 })
    let rich = try fixture.open().waitFor("q quit")
    for (left, right) in zip(screen.rows, rich.rows) {
      #expect(left.count == right.count, "\(left)")
    }
  }
}
