import Text

/// A row of a table, whose cells become text when they are read.
public struct CSVRow: Sendable {
  private let bytes: [UInt8]
  private let cells: [CSVCell]
  private let start: Int
  /// Where it starts.
  public let place: Place
  /// Its number among all rows, blank ones included, from 1: the one that spreadsheets show.
  public let number: Int

  init(bytes: [UInt8], cells: [CSVCell], start: Int, line: Int, number: Int) {
    self.bytes = bytes
    self.cells = cells
    self.start = start
    place = Place(line: line, column: 1)
    self.number = number
  }

  /// The number of its cells.
  public var count: Int { cells.count }

  /// Whether all cells from one on, counted from 0, are blank.
  func isBlank(from column: Int = 0) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      cells.dropFirst(column).allSatisfy { $0.isBlank(in: bytes) }
    }
  }

  /// The number of its cells without blank ones at the end.
  var countWithoutBlanks: Int {
    bytes.withUnsafeBufferPointer { bytes in
      cells.lastIndex { !$0.isBlank(in: bytes) }.map { $0 + 1 } ?? 0
    }
  }

  /// The text of a cell, counted from 0; the row must have it.
  public subscript(column: Int) -> String {
    bytes.withUnsafeBufferPointer { cells[column].text(in: $0) }
  }

  /// The place where a cell, counted from 0, starts; the row must have it.
  public func place(of column: Int) -> Place { place(ofByte: cells[column].startOffset) }

  /// The place of a byte of the table that belongs to this row.
  func place(ofByte index: Int) -> Place {
    bytes.withUnsafeBufferPointer { buffer in
      let row = UnsafeBufferPointer(rebasing: buffer[start...])
      let found = Documents.place(ofByte: index - start, in: row)
      return Place(line: place.line + found.line - 1, column: found.column)
    }
  }
}
