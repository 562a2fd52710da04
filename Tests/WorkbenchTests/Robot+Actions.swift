import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Tests that name actions and screens and not keys, so that they hold whatever the keys are.
extension Robot {
  /// Presses the key that asks for an action where the robot is; there must be one.
  mutating func ask(
    _ actions: Action..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for action in actions {
      let entry = program.keymap.entries(in: program.context).first { $0.action == action }
      let key = try #require(
        entry?.keys.first, "\(action) in \(program.context)", sourceLocation: sourceLocation)
      handle(.key(key))
    }
  }

  /// Types a text, a key for each character.
  mutating func type(_ text: String) {
    for character in text { handle(.key(.character(character))) }
  }

  /// Opens the filter and types one, which stays.
  mutating func filter(_ text: String) throws {
    try ask(.filter)
    handle(.key(.control("u")))
    type(text)
    try ask(.accept)
  }

  /// Goes to the line of an id on the plan's screen.
  mutating func focus(_ id: String) throws {
    let place = try #require(plan.index(ofLine: id))
    program.focus(onPlace: place)
  }

  /// The ids of the lines that are shown, in the order of their rows.
  var shownLines: [String] {
    (0..<program.rowCount).map { plan.lines[program.lines.place(ofRow: $0)].id }
  }

  /// The titles of the choices that are shown.
  var choices: [String] {
    guard let menu = program.panes.top as? ChoiceMenu else { return [] }
    return menu.filtered.shown.map { menu.choices[$0].title }
  }

  /// The focused choice.
  var choice: Choice? {
    guard let menu = program.panes.top as? ChoiceMenu else { return nil }
    return menu.focused
  }
}
