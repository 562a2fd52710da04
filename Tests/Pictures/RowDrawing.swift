import TerminalTesting

/// A row of a screen as elements of an SVG picture.
///
/// Each word has its own place and length, so that columns are aligned in any font.
struct RowDrawing {
  private let cells: [TerminalScreen.Cell]
  /// The column of the cursor; nil if it is elsewhere or hidden.
  private let cursor: Int?

  init(_ row: Int, of screen: TerminalScreen) {
    cells = screen.cells[row]
    cursor = screen.isCursorVisible && screen.cursorRow == row ? screen.cursorColumn : nil
  }

  /// The elements of the row, drawn at a vertical offset.
  func elements(top: Double) -> [String] {
    runs.flatMap { RowDrawing.elements(for: $0, top: top) }
  }

  // MARK: Runs

  /// Neighbouring cells with the same style; if they are plain, a word.
  fileprivate struct Run {
    var column: Int
    var cells: [TerminalScreen.Cell]
    var isCursor: Bool

    var text: String { cells.map(\.text).joined() }
    var style: TerminalScreen.Cell { cells[0] }
    var isBlank: Bool { text.allSatisfy { $0 == " " } }
  }

  private var runs: [Run] {
    var runs: [Run] = []
    for (column, cell) in cells.enumerated() {
      let isCursor = cursor == column
      if let last = runs.last, last.isCursor == isCursor, last.continues(with: cell) {
        runs[runs.count - 1].cells.append(cell)
      } else {
        runs.append(Run(column: column, cells: [cell], isCursor: isCursor))
      }
    }
    return runs
  }

  // MARK: Elements

  private static func elements(for run: Run, top: Double) -> [String] {
    let colours = colours(of: run)
    let place = "x=\"\(Paper.number(Paper.x(run.column)))\""
    let width = Paper.number(Double(run.cells.count) * Paper.cell.width)
    var elements: [String] = []
    if let background = colours.background {
      elements.append(
        "<rect \(place) y=\"\(Paper.number(top))\" width=\"\(width)\""
          + " height=\"\(Paper.number(Paper.cell.height))\" fill=\"\(background)\"/>")
    }
    if run.style.isUnderlined {
      elements.append(
        "<rect \(place) y=\"\(Paper.number(top + Paper.cell.height - 2))\" width=\"\(width)\""
          + " height=\"1\" fill=\"\(colours.foreground ?? Palette.foreground)\"/>")
    }
    guard !run.isBlank else { return elements }
    var attributes =
      "\(place) y=\"\(Paper.number(top + Paper.baseline))\" textLength=\"\(width)\""
    if let foreground = colours.foreground { attributes += " fill=\"\(foreground)\"" }
    if run.style.isBold { attributes += " font-weight=\"bold\"" }
    elements.append("<text \(attributes)>\(Paper.escaped(run.text))</text>")
    return elements
  }

  /// The colours of a run; nil for the defaults.
  private static func colours(of run: Run) -> (foreground: String?, background: String?) {
    let style = run.style
    let foreground = style.foreground.map(Palette.colour)
    let background = style.background.map(Palette.colour)
    // The cursor is a block, which swaps the colours as in a reversed cell.
    guard style.isReversed != run.isCursor else { return (foreground, background) }
    return (background ?? Palette.background, foreground ?? Palette.foreground)
  }
}

extension RowDrawing.Run {
  /// Whether a cell belongs to the same run: it has the same style, and blanks have their own runs.
  fileprivate func continues(with cell: TerminalScreen.Cell) -> Bool {
    var style = style
    style.text = cell.text
    return style == cell && isBlank == (cell.text == " ")
  }
}
