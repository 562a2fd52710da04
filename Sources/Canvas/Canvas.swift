import Text

/// A screen as a value: cells and a cursor, without a terminal.
///
/// The cells lie in one array, row after row. Everything that is written passes `VisibleText`, so
/// nothing on a canvas can command a terminal, and no half of a wide character is left alone.
public struct Canvas: Hashable, Sendable {
  /// The extent.
  public let size: Size
  /// Where the terminal's cursor is; nowhere hides it.
  public var cursor: Position?
  /// Every cell, row after row.
  public internal(set) var cells: [Cell]

  /// A blank canvas without a cursor.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// One cell; outside of the canvas reading gives a blank and writing does nothing.
  ///
  /// A wide character takes the next column too and is left out where there is none; an unsafe
  /// one is substituted.
  public subscript(row row: Int, column column: Int) -> Cell {
    get {
      guard let index = index(row, column) else { return .blank }
      return cells[index]
    }
    set {
      guard let index = index(row, column) else { return }
      put(newValue, at: index, end: (row + 1) * size.columns)
    }
  }

  /// The rows joined by line breaks, without the blanks at their ends.
  public var text: String {
    (0..<size.rows).map(text(ofRow:)).joined(separator: "\n")
  }

  private func text(ofRow row: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var end = scalars.endIndex
    for column in 0..<size.columns {
      let cell = self[row: row, column: column]
      guard cell.scalar != 0 else { continue }
      scalars.append(VisibleText.scalar(cell.scalar))
      if cell.mark != 0 { scalars.append(VisibleText.scalar(cell.mark)) }
      if cell.scalar != 0x20 || cell.mark != 0 { end = scalars.endIndex }
    }
    return String(scalars[..<end])
  }

  /// Gives ordinary text another role in some columns of a row; what has a meaning of its own, and
  /// the blanks after the last text, keep theirs.
  public mutating func emphasise(row: Int, columns: Range<Int>, as role: Role) {
    let places = columns.compactMap { index(row, $0) }
    guard let last = places.last(where: { cells[$0].scalar != 0x20 }) else { return }
    for place in places where place <= last && cells[place].role == .text {
      cells[place].role = role
    }
  }

  func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return nil }
    return row * size.columns + column
  }

  private mutating func put(_ cell: Cell, at index: Int, end: Int) {
    var cell = cell
    let kind = VisibleText.kind(of: cell.scalar)
    if kind == .unsafe || kind == .mark {
      cell.scalar = VisibleText.substitute(for: cell.scalar)
    }
    if cell.mark != 0, VisibleText.kind(of: cell.mark) != .mark { cell.mark = 0 }
    let columns = kind == .wide ? 2 : 1
    guard index + columns <= end else { return }
    free(index, index + columns, end: end)
    cells[index] = cell
    if columns == 2 { cells[index + 1] = Cell(scalar: 0, role: cell.role) }
  }

  /// Blanks the outer halves of wide characters that `start..<stop` cuts through.
  mutating func free(_ start: Int, _ stop: Int, end: Int) {
    if cells[start].scalar == 0, start > 0 {
      cells[start - 1] = Cell(scalar: 0x20, role: cells[start - 1].role)
    }
    if stop < end, cells[stop].scalar == 0 {
      cells[stop] = Cell(scalar: 0x20, role: cells[stop].role)
    }
  }
}
