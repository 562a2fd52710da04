import Procurement

/// A cell while it is read.
struct CellReader {
  /// How the value of a cell is written.
  private enum Kind {
    case number, sharedText, formulaText, inlineText, boolean, error, day
  }

  private var kind = Kind.number
  private var format = 0
  /// Whether the cell has a formula.
  var hasFormula = false

  init(_ attributes: XMLAttributes) {
    format = attributes.number("s") ?? 0
    if let type = attributes.bytes("t") { kind = CellReader.kind(type) }
  }

  private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
    switch String(decoding: type, as: UTF8.self) {
    case "s": .sharedText
    case "str": .formulaText
    case "inlineStr": .inlineText
    case "b": .boolean
    case "e": .error
    case "d": .day
    default: .number
    }
  }

  /// Whether it is a formula that nothing has computed yet.
  func isFormulaWithoutResult(_ value: [UInt8]) -> Bool {
    hasFormula && value.isEmpty && kind == .number
  }

  /// What the cell holds; nil if it refers to a text that is missing.
  func content(_ value: [UInt8], inline: String, _ context: CellContext) -> SheetCell? {
    switch kind {
    case .inlineText: return CellReader.text(inline)
    case .formulaText: return CellReader.text(EscapedText.decoded(value))
    default: break
    }
    let word = String(decoding: value, as: UTF8.self).trimmed
    guard !word.isEmpty else { return .blank }
    switch kind {
    case .sharedText:
      guard let place = Int(word), context.texts.indices.contains(place) else { return nil }
      return CellReader.text(context.texts[place])
    case .boolean: return .boolean(word == "1" || word == "true")
    case .error: return .error(word)
    case .day: return CalendarDate(word.prefix(10)).map(SheetCell.date) ?? .text(word)
    default: return number(word, context)
    }
  }

  private static func text(_ text: String) -> SheetCell { text.isEmpty ? .blank : .text(text) }

  private func number(_ word: String, _ context: CellContext) -> SheetCell {
    guard CellReader.isNumber(word) else { return .text(word) }
    switch context.forms.indices.contains(format) ? context.forms[format] : .number {
    case .number: return .number(word)
    case .day:
      return Double(word).flatMap { SerialDay.day($0, from1904: context.countsFrom1904) }
        .map(SheetCell.date) ?? .number(word)
    // What is not an amount of pounds is a text, as it is shown.
    case .percentage: return .text("\(CellReader.hundredfold(word))%")
    case .foreign(let sign): return .text("\(sign) \(word)")
    }
  }

  /// A number times a hundred.
  private static func hundredfold(_ word: String) -> String {
    guard let number = Double(word).map({ $0 * 100 }) else { return word }
    return Int(exactly: number).map(String.init) ?? "\(number)"
  }

  /// Whether a word is a decimal number such as `-12.5` or `1.2E+6`.
  private static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func skip(_ signs: StaticString) {
      guard let first = rest.first else { return }
      let isSign = signs.withUTF8Buffer { $0.contains(first) }
      if isSign { rest = rest.dropFirst() }
    }
    func skipDigits() -> Int {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    skip("+-")
    var digits = skipDigits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      digits += skipDigits()
    }
    guard (1...400).contains(digits) else { return false }
    guard let sign = rest.first else { return true }
    guard sign | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    skip("+-")
    return (1...3).contains(skipDigits()) && rest.isEmpty
  }
}

extension String {
  /// The text without blanks of ASCII at its ends.
  fileprivate var trimmed: String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else {
      return self
    }
    let start = utf8.drop(while: isBlank)
    return String(
      start.prefix(
        upTo: start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex))
      ?? self
  }
}
