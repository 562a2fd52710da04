import Foundation
import TerminalTesting
import Testing

/// A plan in which every text tries to control the terminal, shown on every screen.
@Suite struct HostileTextTests {
  /// The hostile part of every text, as written in a document: sequences for colours, titles and
  /// answers, control characters of both kinds, direction marks, and characters without width.
  private static let hostile =
    #"\e[31337m\e]0;owned\a\eP1\e\\\x9B2J\x85\b\r\n\t\x7F\u202E\u2066\u200B\u2028\uFEFFe"#
    + String(repeating: #"\u0301"#, count: 40)

  /// A text of the plan, with a word to recognise it on the screen.
  private static func text(_ word: String) -> String { "\"\(word)\(hostile)\"" }

  private static let words = [
    "titleword", "trustword", "fundword", "groupword", "sellerword", "saysword", "notesword",
    "whyword", "waiverword",
  ]

  private static let plan = """
    calloff: 1
    title: \(text("titleword"))
    trust: {code: RZZ, name: \(text("trustword")), kind: acute, cluster: eastern}
    years: [2004-05]
    funds: [{id: capital, name: \(text("fundword")), pays: capital, available: {2004-05: 10}}]
    groups: [{id: us, name: \(text("groupword")), facility: accenture, members: [RZZ, RAA]}]
    lines:
      - id: L1
        service: core.surgery
        route: open
        supplier: \(text("sellerword"))
        group: us
        funds: [capital]
        cost: {capital: {2004-05: 95000}}
        description: \(text("saysword"))
        justification: \(text("whyword"))
        notes: \(text("notesword"))
        waivers: [{code: F103, reason: \(text("waiverword")), date: 2004-11-02}]
    """

  /// Sends a key and waits until the screen changes.
  private func press(_ key: String, in session: TerminalSession, seen: inout String) throws {
    let before = session.screen
    session.send(key)
    let screen = try session.waitUntil("what \(key.debugDescription) shows") { $0 != before }
    seen += screen.text + "\n"
  }

  /// Visits all screens, and returns everything that they showed.
  private func walk(_ session: TerminalSession) throws -> String {
    var seen = try session.waitFor("unfunded").text
    let forms = ["\r"] + Array(repeating: "j", count: 5) + ["\u{1B}"]
    let panes = ["f", "\u{1B}", "x", "\u{1B}", "W", "\u{1B}", "?", "\u{1B}"]
    for key in forms + panes + ["2", "3", "?", "\u{1B}", "4", "5", "j", "6", "j", "1"] {
      try press(key, in: session, seen: &seen)
    }
    return seen
  }

  @Test(arguments: [("C.UTF-8", 40, 120), ("C.UTF-8", 12, 40), ("C", 40, 120)])
  func `hostile text is shown on every screen and cannot control the terminal`(
    locale: String, rows: Int, columns: Int
  ) throws {
    let fixture = try PlanFixture()
    try fixture.replace(with: Self.plan)
    let session = try fixture.open(environment: ["LANG": locale], rows: rows, columns: columns)
    let seen = try walk(session)
    if rows > 24 {
      for word in Self.words { #expect(seen.contains(word), "\(word)") }
    }
    session.send("q")
    #expect(session.exitStatus() == 0)
    try expectHarmless(session.received, isASCII: locale == "C")
  }

  /// Checks that the program sent no control sequence from the plan.
  private func expectHarmless(_ received: [UInt8], isASCII: Bool) throws {
    if isASCII { #expect(received.allSatisfy { $0 < 0x80 }) }
    let text = try #require(String(validating: received, as: UTF8.self))
    for part in ["\u{1B}[31337", "\u{1B}]", "\u{1B}P", "\u{7}", "\u{7F}"] {
      #expect(!text.contains(part), "\(part.debugDescription)")
    }
    let refused = text.unicodeScalars.filter { scalar in
      let properties = scalar.properties
      return scalar.value >= 0x80
        && (properties.generalCategory == .control || properties.generalCategory == .format
          || properties.generalCategory == .lineSeparator)
    }
    #expect(refused.isEmpty, "\(Set(refused.map { String($0.value, radix: 16) }))")
  }
}
