/// A row of a table, whose cells become text when they are asked for.
public struct CSVRow: Sendable {
  private let bytes: [UInt8]
  private let cells: [CSVCell]
  private let start: Int
  /// Where it begins.
  public let place: Place

  init(bytes: [UInt8], cells: [CSVCell], start: Int, line: Int) {
    self.bytes = bytes
    self.cells = cells
    self.start = start
    place = Place(line: line, column: 1)
  }

  /// How many cells it has.
  public var count: Int { cells.count }

  /// The text of a cell, counted from 0; the row must have it.
  public subscript(column: Int) -> String {
    let cell = cells[column]
    let text = bytes[cell.start..<cell.end]
    return cell.hasDoubledQuotes
      ? String(decoding: CSVRow.single(text), as: UTF8.self) : String(decoding: text, as: UTF8.self)
  }

  /// Where a cell begins, counted from 0; the row must have it.
  public func place(of column: Int) -> Place { place(ofByte: cells[column].outset) }

  /// Where a byte of the table stands that belongs to this row.
  func place(ofByte index: Int) -> Place {
    bytes.withUnsafeBufferPointer { buffer in
      let row = UnsafeBufferPointer(rebasing: buffer[start...])
      let found = Documents.place(ofByte: index - start, in: row)
      return Place(line: place.line + found.line - 1, column: found.column)
    }
  }

  /// The bytes with each doubled quote as one.
  private static func single(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isSecond = false
    for byte in text {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { bytes.append(byte) }
    }
    return bytes
  }
}
