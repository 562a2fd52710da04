import Foundation
import Testing
import Workbench

@testable import Plain

/// A dialogue as a user reads it, with its effects.
struct Transcript {
  var dialogue: PlainDialogue
  private(set) var text = ""
  private(set) var effects: [Effect] = []

  init(_ dialogue: PlainDialogue) {
    self.dialogue = dialogue
    append(dialogue.greeting)
  }

  /// Enters a line.
  @discardableResult
  mutating func enter(_ line: String) -> [String] {
    text += "calloff> \(line)\n"
    return answer(dialogue.take(line))
  }

  /// Tells what came of the last effect.
  mutating func receive(_ outcome: EffectOutcome) { answer(dialogue.receive(outcome)) }

  @discardableResult
  private mutating func answer(_ new: [Effect]) -> [String] {
    let lines = dialogue.answer()
    append(lines)
    for effect in new { text += "(\(name(of: effect)))\n" }
    effects += new
    return lines
  }

  private mutating func append(_ lines: [String]) {
    text += lines.map { $0 + "\n" }.joined()
  }

  private func name(of effect: Effect) -> String {
    String("\(effect)".prefix { $0 != "(" })
  }

  /// Compares the transcript with the one on file; with `CALLOFF_RECORD=1` it is kept instead, and
  /// the test fails so that nobody records unawares.
  func expectGolden(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = Fixture.root.appending(path: "Tests/PlainTests/Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["CALLOFF_RECORD"] == "1" {
      try Data(text.utf8).write(to: url)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let kept = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    #expect(text == kept, "transcript \(name)", sourceLocation: sourceLocation)
  }
}
