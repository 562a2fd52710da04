import TerminalTesting

/// The cells that differ between two screens, and what it takes to send them.
struct ScreenChange: CustomStringConvertible {
  /// The characters of the changed cells, in bytes of UTF-8. Blanks at the end of a row count as
  /// one byte, because one sequence erases them.
  private(set) var text = 0
  /// How often the style changes from one of these cells to the next.
  private(set) var styles = 0
  /// The number of stretches of changed cells.
  private(set) var stretches = 0

  /// The change from one screen to another of the same size, or from a terminal whose contents are
  /// unknown.
  init(from old: TerminalScreen?, to new: TerminalScreen) {
    var style: CellStyle?
    for (row, cells) in new.cells.enumerated() {
      let end = 1 + (cells.lastIndex { $0 != .blank } ?? -1)
      var last: Int?
      for (column, cell) in cells.enumerated() where old?.cells[row][column] != cell {
        if last.map({ $0 + 1 }) != column { stretches += 1 }
        if column >= end {
          text += 1
          break
        }
        last = column
        text += cell.text.utf8.count
        if CellStyle(cell) != style { styles += 1 }
        style = CellStyle(cell)
      }
    }
  }

  /// The maximum number of bytes for this change: its text, 12 bytes for each style, which set a
  /// colour and an attribute, 8 for each move of the cursor, and 60 for a scrolled region and the
  /// cursor's last place.
  var bytes: Int { text + 12 * styles + 8 * stretches + 60 }

  var description: String {
    "\(text) bytes of text, \(styles) styles and \(stretches) stretches: at most \(bytes) bytes"
  }
}
