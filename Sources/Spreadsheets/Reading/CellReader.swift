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
    if let style = attributes["s"] { format = Int(style) ?? 0 }
    kind =
      switch attributes["t"] {
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
    guard CellReader.isNumber(word), let number = Double(word) else { return .text(word) }
    guard context.showsDay.indices.contains(format), context.showsDay[format],
      let day = SerialDay.day(number, from1904: context.countsFrom1904)
    else { return .number(word) }
    return .date(day)
  }

  /// Whether a word is a decimal number; `Double` also reads hexadecimal ones and `nan`.
  private static func isNumber(_ word: String) -> Bool {
    word.utf8.count <= 40
      && word.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || "+-.eE".utf8.contains(byte)
      }
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
