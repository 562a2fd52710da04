import TerminalTesting

/// A scene as text, for all capabilities of terminals: each row, with the styles of its cells as
/// letters below it.
///
/// Only differences are recorded: a row in ASCII if it is not as in UTF-8, and styles if they are
/// not plain.
struct ScreenRecord {
  /// Letters for styles of the built-in themes, so that they do not change with others.
  private static let letters: [String: Character] = [
    "bold": "b", "underlined": "u", "reversed": "r", "bold underlined": "B",
    "colour 244": "d", "bold colour 31": "h", "colour 1": "e", "colour 130": "w",
    "colour 5": "x", "colour 28": "c",
  ]

  private let screens: [(capabilities: TerminalScene.Capabilities, screen: TerminalScreen)]
  private let letters: [CellStyle: Character]

  init(_ screens: [(capabilities: TerminalScene.Capabilities, screen: TerminalScreen)]) {
    self.screens = screens
    let styles = Set(screens.flatMap { $0.screen.cells.joined().map(CellStyle.init) })
    var others = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").filter {
      !ScreenRecord.letters.values.contains($0)
    }[...]
    var letters: [CellStyle: Character] = [:]
    for style in styles.sorted() where !style.isPlain {
      letters[style] = ScreenRecord.letters[style.words] ?? others.popFirst() ?? "?"
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
    "   a row; below it the styles of its cells, unless all are plain:",
    "c  colours", "m  monochrome", "a  the row in ASCII", "ac am  its styles, if they differ", "",
  ]

  private func lines(ofRow row: Int) -> [String] {
    let texts = screens.map { $0.screen.rows[row] }
    let styles = screens.map { letters(of: $0.screen.cells[row]) }
    // In order of capabilities: UTF-8 with colours and without, ASCII with colours and without.
    let lines: [(sign: String, text: String, isShown: Bool)] = [
      ("", texts[0], true), ("c", styles[0], !styles[0].isEmpty),
      ("m", styles[1], !styles[1].isEmpty),
      ("mt", texts[1], texts[1] != texts[0]), ("a", texts[2], texts[2] != texts[0]),
      ("ac", styles[2], styles[2] != styles[0]), ("am", styles[3], styles[3] != styles[1]),
      ("at", texts[3], texts[3] != texts[2]),
    ]
    return lines.filter(\.isShown).map { line in
      let sign = line.sign + String(repeating: " ", count: 3 - line.sign.count)
      return line.text.isEmpty && line.sign.isEmpty ? "" : sign + line.text
    }
  }

  /// A row's styles as letters; empty if all are plain.
  private func letters(of cells: [TerminalScreen.Cell]) -> String {
    let text = cells.map { letters[CellStyle($0)] ?? " " }
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
