import CVTerm

/// What a person at the terminal sees at one moment.
public struct TerminalScreen: Equatable, Sendable {
  /// A cell as it looks.
  public struct Cell: Equatable, Sendable {
    /// A blank cell that looks like nothing special.
    public static let blank = Cell()

    /// The character with its marks; empty in the right half of a wide one.
    public var text = " "
    /// The place of the characters' colour in the palette; nothing for the terminal's own.
    public var foreground: Int?
    /// The place of the colour behind them in the palette; nothing for the terminal's own.
    public var background: Int?
    /// Whether it is heavier.
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
  /// Whether the cursor can be seen.
  public internal(set) var isCursorVisible = true
  /// Whether the program has a screen of its own, apart from the shell's.
  public internal(set) var isAlternate = false

  /// The rows as text, without the blanks at their ends.
  public var rows: [String] {
    cells.map { row in
      let text = row.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The rows joined by line breaks.
  public var text: String { rows.joined(separator: "\n") }

  /// Whether a row has such a part.
  public func contains(_ part: String) -> Bool {
    rows.contains { $0.contains(part) }
  }
}
