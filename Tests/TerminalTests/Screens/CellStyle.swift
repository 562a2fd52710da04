import TerminalTesting

/// The style of a cell, apart from its character.
struct CellStyle: Hashable, Comparable {
  private let foreground: Int?
  private let background: Int?
  private let isBold: Bool
  private let isUnderlined: Bool
  private let isReversed: Bool

  init(_ cell: TerminalScreen.Cell) {
    isReversed = cell.isReversed
    isUnderlined = cell.isUnderlined
    background = cell.background
    // A blank cell shows only its background and underline.
    foreground = cell.text == " " ? nil : cell.foreground
    isBold = cell.text != " " && cell.isBold
  }

  /// Whether it is the default style.
  var isPlain: Bool { self == CellStyle(.blank) }

  /// Whether it has a colour.
  var hasColour: Bool { foreground != nil || background != nil }

  /// A description.
  var words: String {
    let parts = [
      isBold ? "bold" : nil, isUnderlined ? "underlined" : nil, isReversed ? "reversed" : nil,
      foreground.map { "colour \($0)" }, background.map { "on \($0)" },
    ]
    return isPlain ? "plain" : parts.compactMap { $0 }.joined(separator: " ")
  }

  static func < (left: CellStyle, right: CellStyle) -> Bool { left.words < right.words }
}
