/// The kind of first row of a table, which shows the separator of its cells.
enum TableBeginning {
  /// A header, whose names do not contain separators.
  case header
  /// A row with one of these numbers of cells.
  case row(widths: [Int])
  /// A title without separators, in any number of rows, or a header.
  case titles
}

/// The character between the cells of a table.
public enum CellSeparator: UInt8, Sendable {
  case comma = 0x2C
  case tab = 0x09

  /// The separator of a table, by its first row that is not blank; nil if that row may continue
  /// after the text, which is possible unless the text is whole.
  ///
  /// Semicolons are refused: they are used where a comma is the decimal point, and then amounts are
  /// ambiguous.
  init?(
    of text: UnsafeBufferPointer<UInt8>, beginningWith beginning: TableBeginning,
    isWhole: Bool = true
  ) throws(FaultList) {
    let isBelowTitles = if case .titles = beginning { true } else { false }
    let row = FirstRow(of: withoutByteOrderMark(text), withSeparator: isBelowTitles)
    guard row.hasEnded || isWhole else { return nil }
    let known: [UInt8] = [
      CellSeparator.comma.rawValue, CellSeparator.tab.rawValue, CellSeparator.semicolon,
    ]
    let found = known.first { separator in
      switch beginning {
      case .header, .titles: row.count(of: separator) > 0
      case .row(let widths): widths.contains(row.count(of: separator) + 1)
      }
    }
    guard found != CellSeparator.semicolon else {
      throw FaultList(
        Fault(
          place: Place(line: row.line, column: 1),
          message: "the cells are separated by semicolons, so `1,50` could be one amount or "
            + "two cells; save the table with commas between them, or tabs"))
    }
    self = found.flatMap(CellSeparator.init) ?? .comma
  }

  private static let semicolon = UInt8(ascii: ";")
}

/// The first row of a table that is not blank, or has a separator, before it is known which.
private struct FirstRow {
  /// The line on which it starts, counted from 1.
  private(set) var line = 1
  /// Whether a line break after it was found.
  private(set) var hasEnded = false
  private var counts: [UInt8: Int] = [:]

  init(of text: UnsafeBufferPointer<UInt8>, withSeparator: Bool) {
    var isQuoted = false
    var isBlank = true
    var lines = 0
    var previous: UInt8 = 0
    for byte in text {
      defer { previous = byte }
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D:
        lines += 1
        if isQuoted { continue }
        hasEnded = !isBlank && (!withSeparator || !counts.isEmpty)
        if hasEnded { return }
        line = lines + 1
        counts = [:]
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09:
        if !isQuoted { counts[byte, default: 0] += 1 }
      // A row that is not blank has at least one visible ASCII character.
      case 0x21..<0x7F: isBlank = false
      default: break
      }
    }
  }

  /// How often it contains a separator outside quotes.
  func count(of separator: UInt8) -> Int { counts[separator] ?? 0 }
}
