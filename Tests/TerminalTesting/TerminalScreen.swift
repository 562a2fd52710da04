import CVTerm

/// A snapshot of a terminal's screen.
public struct TerminalScreen: Equatable, Sendable {
  /// A cell of the screen.
  public struct Cell: Equatable, Sendable {
    /// A blank cell in the default style.
    public static let blank = Cell()

    /// The character with its marks; empty in the right half of a wide one.
    public var text = " "
    /// The index of the character's colour in the palette; nil for the terminal's default.
    public var foreground: Int?
    /// The index of the background colour in the palette; nil for the terminal's default.
    public var background: Int?
    /// Whether it is bold.
    public var isBold = false
    /// Whether it is underlined.
    public var isUnderlined = false
    /// Whether its colours are exchanged.
    public var isReversed = false
  }

  /// The cells, row by row.
  public internal(set) var cells: [[Cell]] = []
  /// The cursor's row.
  public internal(set) var cursorRow = 0
  /// The cursor's column.
  public internal(set) var cursorColumn = 0
  /// Whether the cursor is visible.
  public internal(set) var isCursorVisible = true
  /// Whether the program uses the alternate screen.
  public internal(set) var isAlternate = false

  /// The rows as text, without trailing blanks.
  public var rows: [String] {
    cells.map { row in
      let text = row.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The rows joined by line breaks.
  public var text: String { rows.joined(separator: "\n") }

  /// Whether a row contains a text.
  public func contains(_ part: String) -> Bool {
    rows.contains { $0.contains(part) }
  }
}
