import Text

extension Canvas {
  /// Writes `text`, cut with `…` where it is longer than `width` columns, and returns the columns
  /// used.
  ///
  /// Without a `width` the row's end is the limit. Cells behind the text keep what they show. Text
  /// that starts outside of the canvas is not written.
  @discardableResult
  public mutating func write(
    _ text: String, at position: Position, width: Int? = nil, role: Role = .text
  ) -> Int {
    guard let start = index(position.row, position.column) else { return 0 }
    let room = min(width ?? .max, size.columns - position.column)
    guard room > 0, !text.isEmpty else { return 0 }
    let rowEnd = (position.row + 1) * size.columns
    if cells[start].scalar == 0 { free(start, rowEnd, end: rowEnd) }
    let limit = start + room
    let plain = writePlain(text, from: start, to: limit, role: role)
    let stop =
      plain == text.utf8.count
      ? start + plain
      : writeRest(of: text, after: plain, from: start, to: limit, role: role)
    blankHalf(at: stop)
    return stop - start
  }

  /// Writes the printable ASCII at the start of `text` and returns how much that was.
  private mutating func writePlain(
    _ text: String, from start: Int, to limit: Int, role: Role
  ) -> Int {
    cells.withUnsafeMutableBufferPointer { cells in
      text.utf8.withContiguousStorageIfAvailable { bytes in
        let count = min(bytes.count, limit - start)
        var done = 0
        while done < count {
          let byte = bytes[done]
          guard byte &- 0x20 < 0x5F else { break }
          cells[start + done] = Cell(scalar: UInt32(byte), role: role)
          done += 1
        }
        return done
      } ?? 0
    }
  }

  /// Writes what follows the first `plain` bytes of `text` and returns the index after it.
  private mutating func writeRest(
    of text: String, after plain: Int, from start: Int, to limit: Int, role: Role
  ) -> Int {
    // The last plain character is read again: a mark may follow it.
    let again = plain > 0 ? plain - 1 : 0
    var index = start + again
    let rest = text.utf8.index(text.utf8.startIndex, offsetBy: again)
    var shown = VisibleCells(text.unicodeScalars[rest...])
    while let cell = shown.next() {
      guard cell.columns <= limit - index else {
        return writeEllipsis(at: index, from: start, to: limit, role: role)
      }
      cells[index] = Cell(scalar: cell.scalar, mark: cell.mark, role: role)
      if cell.columns == 2 { cells[index + 1] = Cell(scalar: 0, role: role) }
      index += cell.columns
    }
    return index
  }

  /// Puts `…` where text that ends before `index` must be cut, and returns the index after it.
  private mutating func writeEllipsis(
    at index: Int, from start: Int, to limit: Int, role: Role
  ) -> Int {
    var place = min(index, limit - 1)
    if place > start, place < index, cells[place].scalar == 0 {
      // Half of a wide character was cut off, which may itself have cut an older one.
      cells[place] = Cell(scalar: 0x20, role: role)
      blankHalf(at: limit)
      place -= 1
    }
    cells[place] = Cell(scalar: VisibleText.ellipsis, role: role)
    return place + 1
  }

  /// Blanks the right half of a wide character whose left half was written over, at the index
  /// after what was written.
  private mutating func blankHalf(at index: Int) {
    guard index % size.columns != 0, cells[index].scalar == 0 else { return }
    cells[index] = Cell(scalar: 0x20, role: cells[index].role)
  }

  /// Fills `columns` of a row with one character of one column.
  public mutating func fill(
    row: Int, columns: Range<Int>, with scalar: Unicode.Scalar = " ", role: Role = .text
  ) {
    let narrow = VisibleText.kind(of: scalar.value) == .narrow
    let shown = narrow ? scalar.value : VisibleText.substitute(for: scalar.value)
    change(row: row, columns: columns) { $0 = Cell(scalar: shown, role: role) }
  }

  /// Draws a horizontal rule: blanks that the role underlines, since a line of its own characters
  /// costs three bytes a column, and a screen reader reads it out.
  public mutating func rule(row: Int, columns: Range<Int>? = nil, role: Role = .border) {
    fill(row: row, columns: columns ?? 0..<size.columns, role: role)
  }

  /// Gives `columns` of a row another role and leaves the characters.
  public mutating func setRole(row: Int, columns: Range<Int>, role: Role) {
    guard let range = range(row: row, columns: columns) else { return }
    for index in range { cells[index].role = role }
  }

  private mutating func change(row: Int, columns: Range<Int>, _ body: (inout Cell) -> Void) {
    guard let range = range(row: row, columns: columns) else { return }
    free(range.lowerBound, range.upperBound, end: (row + 1) * size.columns)
    for index in range { body(&cells[index]) }
  }

  private func range(row: Int, columns: Range<Int>) -> Range<Int>? {
    let columns = columns.clamped(to: 0..<size.columns)
    guard !columns.isEmpty, let start = index(row, columns.lowerBound) else { return nil }
    return start..<start + columns.count
  }
}
