import TerminalTesting

/// A scene as text, for all means in one: each row with the looks of its cells as letters below it.
///
/// Only what differs is said. A row in ASCII stands where it is another one than in UTF-8, and looks
/// stand where they are not plain.
struct ScreenRecord {
  /// Letters for looks of the built-in themes, so that they stay when others come and go.
  private static let letters: [String: Character] = [
    "bold": "b", "underlined": "u", "reversed": "r", "bold underlined": "B",
    "colour 244": "d", "bold colour 31": "h", "colour 1": "e", "colour 130": "w",
    "colour 5": "x", "colour 28": "c",
  ]

  private let screens: [(means: TerminalScene.Means, screen: TerminalScreen)]
  private let letters: [Look: Character]

  init(_ screens: [(means: TerminalScene.Means, screen: TerminalScreen)]) {
    self.screens = screens
    let looks = Set(screens.flatMap { $0.screen.cells.joined().map(Look.init) })
    var others = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").filter {
      !ScreenRecord.letters.values.contains($0)
    }[...]
    var letters: [Look: Character] = [:]
    for look in looks.sorted() where !look.isPlain {
      letters[look] = ScreenRecord.letters[look.words] ?? others.popFirst() ?? "?"
    }
    self.letters = letters
  }

  /// The record as a document.
  var text: String {
    let rows = (screens.first?.screen.cells ?? []).indices.flatMap(lines(ofRow:))
    let cursors = screens.map { "\($0.screen.cursorRow):\($0.screen.cursorColumn)" }
    let cursor = Set(cursors).count == 1 ? Array(cursors.prefix(1)) : cursors
    let legend = letters.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key.words)" }
    return
      (ScreenRecord.head + rows + ["", "cursor \(cursor.joined(separator: " "))", ""] + legend)
      .joined(separator: "\n") + "\n"
  }

  private static let head = [
    "   a row; below it what is in its cells where it is not plain:",
    "c  colours", "m  monochrome", "a  the row in ASCII", "ac am  its looks, where they differ", "",
  ]

  private func lines(ofRow row: Int) -> [String] {
    let texts = screens.map { $0.screen.rows[row] }
    let looks = screens.map { letters(of: $0.screen.cells[row]) }
    // In the order of the means: UTF-8 with colours and without, ASCII with colours and without.
    let lines: [(sign: String, text: String, isSaid: Bool)] = [
      ("", texts[0], true), ("c", looks[0], !looks[0].isEmpty), ("m", looks[1], !looks[1].isEmpty),
      ("mt", texts[1], texts[1] != texts[0]), ("a", texts[2], texts[2] != texts[0]),
      ("ac", looks[2], looks[2] != looks[0]), ("am", looks[3], looks[3] != looks[1]),
      ("at", texts[3], texts[3] != texts[2]),
    ]
    return lines.filter(\.isSaid).map { line in
      let sign = line.sign + String(repeating: " ", count: 3 - line.sign.count)
      return line.text.isEmpty && line.sign.isEmpty ? "" : sign + line.text
    }
  }

  /// A row's looks as letters; empty where all are plain.
  private func letters(of cells: [TerminalScreen.Cell]) -> String {
    let text = cells.map { letters[Look($0)] ?? " " }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
