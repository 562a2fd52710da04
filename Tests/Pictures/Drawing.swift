import TerminalTesting

/// A screen as an SVG picture, the same bytes for the same screen.
///
/// Each word has a place and a length of its own, so that columns stand below one another in
/// whatever font is at hand.
struct Drawing {
  private static let cell = (width: 8.4, height: 18.0)
  private static let margin = 12.0
  private static let fontSize = 14
  private static let baseline = 13.5

  private let screen: TerminalScreen
  private let title: String

  init(_ screen: TerminalScreen, title: String) {
    self.screen = screen
    self.title = title
  }

  /// The picture as a document.
  var svg: String {
    let size = (
      width: Drawing.x(screen.cells.first?.count ?? 0) + Drawing.margin,
      height: Drawing.y(screen.cells.count) + Drawing.margin
    )
    let box = "\(Drawing.number(size.width)) \(Drawing.number(size.height))"
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(box)" role="img">
      <title>\(Drawing.escaped(title))</title>
      <rect width="100%" height="100%" rx="6" fill="\(Palette.background)"/>
      <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
      font-size="\(Drawing.fontSize)" fill="\(Palette.foreground)">
      """
    ]
    for row in screen.cells.indices {
      for run in runs(of: row) { lines += Drawing.elements(for: run, row: row) }
    }
    return (lines + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
  }

  // MARK: Runs

  /// Cells beside one another that look alike; a word, where they are plain.
  fileprivate struct Run {
    var column: Int
    var cells: [TerminalScreen.Cell]
    var isCursor: Bool

    var text: String { cells.map(\.text).joined() }
    var style: TerminalScreen.Cell { cells[0] }
    var isBlank: Bool { text.allSatisfy { $0 == " " } }
  }

  private func runs(of row: Int) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in screen.cells[row].enumerated() {
      let isCursor =
        screen.isCursorVisible && screen.cursorRow == row && screen.cursorColumn == column
      if let last = runs.last, last.isCursor == isCursor, last.continues(with: cell) {
        runs[runs.count - 1].cells.append(cell)
      } else {
        runs.append(Run(column: column, cells: [cell], isCursor: isCursor))
      }
    }
    return runs
  }

  // MARK: Elements

  private static func elements(for run: Run, row: Int) -> [String] {
    let colours = colours(of: run)
    let place = "x=\"\(number(x(run.column)))\""
    let width = number(Double(run.cells.count) * cell.width)
    var elements: [String] = []
    if let background = colours.background {
      elements.append(
        "<rect \(place) y=\"\(number(y(row)))\" width=\"\(width)\""
          + " height=\"\(number(cell.height))\" fill=\"\(background)\"/>")
    }
    if run.style.isUnderlined {
      elements.append(
        "<rect \(place) y=\"\(number(y(row) + cell.height - 2))\" width=\"\(width)\" height=\"1\""
          + " fill=\"\(colours.foreground ?? Palette.foreground)\"/>")
    }
    guard !run.isBlank else { return elements }
    var attributes = "\(place) y=\"\(number(y(row) + baseline))\" textLength=\"\(width)\""
    if let foreground = colours.foreground { attributes += " fill=\"\(foreground)\"" }
    if run.style.isBold { attributes += " font-weight=\"bold\"" }
    elements.append("<text \(attributes)>\(escaped(run.text))</text>")
    return elements
  }

  /// What a run is written with and on; nothing for the picture's own.
  private static func colours(of run: Run) -> (foreground: String?, background: String?) {
    let style = run.style
    let foreground = style.foreground.map(Palette.colour)
    let background = style.background.map(Palette.colour)
    // The cursor is a block, which exchanges the colours as a reversed cell does.
    guard style.isReversed != run.isCursor else { return (foreground, background) }
    return (background ?? Palette.background, foreground ?? Palette.foreground)
  }

  private static func x(_ column: Int) -> Double { margin + Double(column) * cell.width }
  private static func y(_ row: Int) -> Double { margin + Double(row) * cell.height }

  /// A number without what floating point adds to it.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}

extension Drawing.Run {
  /// Whether a cell belongs to the same run: it looks alike, and blanks stand by themselves.
  fileprivate func continues(with cell: TerminalScreen.Cell) -> Bool {
    var style = style
    style.text = cell.text
    return style == cell && isBlank == (cell.text == " ")
  }
}
