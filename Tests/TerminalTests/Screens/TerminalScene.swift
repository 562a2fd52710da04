import Canvas
import Foundation
import TerminalTesting
import Testing

/// A representative screen of the program, and the terminals on which it is shown.
struct TerminalScene: Sendable, CustomTestStringConvertible {
  /// What the terminal can show.
  enum Capabilities: CaseIterable, Sendable {
    case everything, withoutColours, inASCII, inASCIIWithoutColours

    fileprivate var options: [String] {
      switch self {
      case .everything: []
      case .withoutColours: ["--theme", "monochrome"]
      case .inASCII: ["--ascii"]
      case .inASCIIWithoutColours: ["--theme", "monochrome", "--ascii"]
      }
    }

    fileprivate var environment: [String: String?] {
      switch self {
      case .everything, .inASCII: [:]
      case .withoutColours, .inASCIIWithoutColours: ["NO_COLOR": "1"]
      }
    }
  }

  let name: String
  let example: String
  let keys: String

  var testDescription: String { name }

  init(_ name: String, on example: String = "imaging", keys: String) {
    self.name = name
    self.example = example
    self.keys = keys
  }

  static let all = [plan, form, routes, filter, palette, findings, funding, trust]

  /// Lines in all states: one is waived, one is marked, and one has the focus.
  static let plan = TerminalScene("plan", keys: "jjW\rAgreed\rj ")
  static let form = TerminalScene("form", keys: "jjjjjjj\rajjjjj99")
  static let routes = TerminalScene("routes", on: "groups", keys: "jjr\u{1B}OB")
  static let filter = TerminalScene("filter", keys: "/unfunded>0")
  static let palette = TerminalScene("palette", keys: ":route")
  static let findings = TerminalScene("findings", keys: "3jj")
  static let funding = TerminalScene("funding", keys: "4jjj")
  static let trust = TerminalScene("trust", keys: "6jjjj\r")

  /// The screen at a size on a terminal with some capabilities.
  func screen(_ size: Size, _ capabilities: Capabilities) throws -> TerminalScreen {
    let fixture = try PlanFixture(example)
    let session = try fixture.open(
      capabilities.options + [fixture.plan.path], environment: capabilities.environment,
      rows: size.rows,
      columns: size.columns)
    try session.waitFor("Enter")
    _ = try session.answer(to: keys, keepsFiles: true)
    return session.screen
  }
}
