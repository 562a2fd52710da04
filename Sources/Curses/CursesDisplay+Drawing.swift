import CNcurses
import Canvas

/// Handing on what changed.
extension CursesDisplay {
  /// Hands on the stretches of a row that differ from what is shown.
  func draw(row: Int, of canvas: Canvas, over last: Canvas?) {
    let columns = min(canvas.size.columns, size.columns)
    let start = row * canvas.size.columns
    let cells = canvas.cells
    guard let old = last?.cells else {
      return draw(cells, start..<start + columns, row: row, column: 0)
    }
    var column = 0
    while column < columns {
      guard cells[start + column] != old[start + column] else {
        column += 1
        continue
      }
      var first = column
      while column < columns, cells[start + column] != old[start + column] { column += 1 }
      // A wide character is drawn whole, whichever half changed.
      if cells[start + first].scalar == 0, first > 0 { first -= 1 }
      if column < columns, cells[start + column].scalar == 0 { column += 1 }
      draw(cells, start + first..<start + column, row: row, column: first)
    }
  }

  private func draw(_ cells: [Cell], _ range: Range<Int>, row: Int, column: Int) {
    run.removeAll(keepingCapacity: true)
    for index in range {
      let cell = cells[index]
      let isWide = index + 1 < cells.count && cells[index + 1].scalar == 0 && cell.scalar != 0
      run.append(
        terminal_cell(
          scalar: cell.scalar, mark: cell.mark, style: cell.role.rawValue, columns: isWide ? 2 : 1))
      if showsASCIIAlone { ASCIISubstitute.apply(to: &run[run.count - 1]) }
    }
    terminal_draw(CInt(row), CInt(column), run, CInt(run.count))
  }
}
