import Text

/// The place of a cell in a spreadsheet file, written `Lines!F12`.
public struct CellReference: Hashable, Sendable {
  /// The name of its sheet; empty for a table that is text.
  public var sheet: String
  /// Its row as spreadsheets show it, from 1.
  public var row: Int
  /// Its column, from 0 for A.
  public var column: Int

  /// The last row and the number of columns of Excel's sheets.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// The cell of a sheet in a row and a column.
  public init(sheet: String = "", row: Int, column: Int) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The letters of a column: `A` for 0, `AA` for 26.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// The row and the column without the sheet: `F12`.
  public var position: String { CellReference.letters(column) + String(row) }
}

extension CellReference: CustomStringConvertible {
  /// The cell as formulas write it, with the sheet's name in apostrophes if it needs them.
  public var description: String {
    guard !sheet.isEmpty else { return position }
    let isPlain = sheet.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" }
    let name = VisibleText.safe(sheet)
    return "\(isPlain ? name : "'\(name.replacing("'", with: "''"))'")!\(position)"
  }
}

extension CellReference {
  /// The column of a position such as `F12`, with or without the row; nil if it has no letters or
  /// is outside the largest sheet.
  static func column(of position: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    var letters = 0
    for byte in position {
      let letter = byte & 0xDF
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      letters += 1
      guard letters <= 3 else { return nil }
    }
    return letters > 0 && column <= mostColumns ? column - 1 : nil
  }
}
