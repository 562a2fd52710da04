import Procurement
import Text

/// Writes rows as XML.
struct RowEncoder {
  /// What was written since it was last taken.
  var bytes: [UInt8] = []
  private var letters: [[UInt8]] = []
  private var rowDigits: [UInt8] = []
  private let plainText = PlainText()

  /// Writes a row with its number.
  mutating func append(_ cells: some Sequence<WrittenCell>, row: Int) {
    rowDigits.removeAll(keepingCapacity: true)
    rowDigits.append(contentsOf: String(row).utf8)
    put("<row r=\"")
    bytes += rowDigits
    put("\">")
    for (column, cell) in cells.enumerated() where !cell.isBlank {
      append(cell, column: column)
    }
    put("</row>\n")
  }

  private mutating func append(_ cell: WrittenCell, column: Int) {
    while letters.count <= column {
      letters.append(Array(CellReference.letters(letters.count).utf8))
    }
    put("<c r=\"")
    bytes += letters[column]
    bytes += rowDigits
    put("\" s=\"")
    switch cell.content {
    case .text(let text): append(text, cell.style)
    case .formula(let formula, let result):
      put(number: cell.style.number(isQuoted: false))
      put(attributesOf: result)
      put("><f>")
      put(escaped: formula)
      put("</f><v>")
      put(valueOf: result)
      put("</v></c>")
    default:
      put(number: cell.style.number(isQuoted: false))
      put(attributesOf: cell.content)
      put("><v>")
      put(valueOf: cell.content)
      put("</v></c>")
    }
  }

  /// Writes a text from its style on. Most texts are words that need no second look.
  private mutating func append(_ text: String, _ style: CellStyle) {
    if plainText.isPlain(text) {
      put(number: style.number(isQuoted: false))
      put("\" t=\"inlineStr\"><is><t>")
      bytes.append(contentsOf: text.utf8)
    } else {
      let isPadded = text.utf8.first.map(isBlank) == true || text.utf8.last.map(isBlank) == true
      put(number: style.number(isQuoted: FormulaGuard.isFormula(text)))
      put("\" t=\"inlineStr\"><is><t")
      put(isPadded ? " xml:space=\"preserve\">" : ">")
      put(escaped: EscapedText.encoded(text))
    }
    put("</t></is></c>")
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private mutating func put(attributesOf content: WrittenCell.Content) {
    switch content {
    case .text: put("\" t=\"str\"")
    case .boolean: put("\" t=\"b\"")
    default: put("\"")
    }
  }

  private mutating func put(valueOf content: WrittenCell.Content) {
    switch content {
    case .blank, .formula: break
    case .text(let text): put(escaped: EscapedText.encoded(text))
    case .number(let number): put(number: number)
    case .money(let money): put(money)
    case .day(let day): put(number: SerialDay.number(day) ?? 0)
    case .boolean(let boolean): put(boolean ? "1" : "0")
    }
  }

  // MARK: Bytes

  /// Writes XML as it is.
  mutating func put(_ xml: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: xml.utf8Start, count: xml.utf8CodeUnitCount))
  }

  private mutating func put(number: Int) {
    if (0..<10).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Writes pounds with as many decimals as needed.
  private mutating func put(_ money: Money) {
    let (pounds, pence) = money.pence.magnitude.quotientAndRemainder(dividingBy: 100)
    if money.pence < 0 { put("-") }
    bytes.append(contentsOf: String(pounds).utf8)
    guard pence > 0 else { return }
    put(".")
    put(number: Int(pence / 10))
    if pence % 10 > 0 { put(number: Int(pence % 10)) }
  }

  /// Writes text with the signs of XML escaped.
  private mutating func put(escaped text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      default: bytes.append(byte)
      }
    }
  }
}

/// Which texts are written as they are: short ones that begin with a letter or digit, end visibly,
/// and contain no sign of XML, of links or of escapes.
private struct PlainText {
  func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, bytes.count <= EscapedText.longest,
        isWord[Int(first)], last != UInt8(ascii: " ")
      else { return false }
      return bytes.allSatisfy { isKept[Int($0)] }
    }
  }

  /// Fullwidth signs, and characters that XML cannot contain, begin with the byte 0xEF.
  private let isKept: [Bool] = (0..<256).map { byte in
    byte >= 0x20 && byte != 0x7F && byte != 0xEF && !"&<>_|".utf8.contains(UInt8(byte))
  }

  private let isWord: [Bool] = (0..<256).map { byte in
    byte < 0x80 && UInt8(byte).isLetterOrDigit
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self & 0xDF)
  }
}
