import Procurement
import Text

/// Rows of comma-separated values in UTF-8, in the form of RFC 4180 with line feeds.
struct CSVRows {
  /// The bytes of the rows so far.
  private(set) var bytes: [UInt8] = []

  /// Adds the row of the columns' names.
  mutating func addHeader(_ fields: [DataField]) {
    bytes += fields.map(\.name).joined(separator: ",").utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a row.
  mutating func add<Row>(_ row: Row, _ columns: [Column<Row>]) {
    var isFirst = true
    for column in columns {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      add(column.cell(row))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Takes the rows out.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  // MARK: Cells

  private mutating func add(_ cell: Cell) {
    switch cell {
    case .none: break
    case .word(let word): bytes += word.utf8
    case .integer(let number): add(number)
    case .money(let money): add(money)
    case .flag(let isSet): bytes += (isSet ? "true" : "false").utf8
    case .text(let text):
      if CSVRows.isPlain(text) { bytes += text.utf8 } else { addQuoted(text) }
    }
  }

  private mutating func add(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func add(_ money: Money) {
    let pence = money.pence.magnitude
    if money.pence < 0 { bytes.append(UInt8(ascii: "-")) }
    add(Int(pence / 100))
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(pence / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(pence % 10))
  }

  // MARK: Text

  /// Whether a text is written as it is, like nearly all: letters, digits, blanks and harmless
  /// signs, the first of them a letter or digit.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    guard isLetterOrDigit(first) else { return false }
    return text.utf8.allSatisfy { byte in
      byte &- 0x20 < 0x5F && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
        && byte != UInt8(ascii: "|")
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private mutating func addQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in CSVRows.safe(text).utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A text with signs in place of invisible characters other than line breaks, and with an
  /// apostrophe before what a spreadsheet would compute.
  ///
  /// A text that starts with an apostrophe of its own gets another. So the original is always what
  /// remains without one apostrophe at the start.
  static func safe(_ text: String) -> String {
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.safe(String($0)) }.joined(separator: "\n")
    return shown.hasPrefix("'") || FormulaGuard.isFormula(shown) ? "'" + shown : shown
  }
}
