import TerminalTesting

/// How a cell looks, apart from its character.
struct Look: Hashable, Comparable {
  private let foreground: Int?
  private let background: Int?
  private let isBold: Bool
  private let isUnderlined: Bool
  private let isReversed: Bool

  init(_ cell: TerminalScreen.Cell) {
    isReversed = cell.isReversed
    isUnderlined = cell.isUnderlined
    background = cell.background
    // On a blank nothing else can be seen.
    foreground = cell.text == " " ? nil : cell.foreground
    isBold = cell.text != " " && cell.isBold
  }

  /// Whether it is that of a cell without any.
  var isPlain: Bool { self == Look(.blank) }

  /// Whether there is a colour in it.
  var hasColour: Bool { foreground != nil || background != nil }

  /// It in words.
  var words: String {
    let parts = [
      isBold ? "bold" : nil, isUnderlined ? "underlined" : nil, isReversed ? "reversed" : nil,
      foreground.map { "colour \($0)" }, background.map { "on \($0)" },
    ]
    return isPlain ? "plain" : parts.compactMap { $0 }.joined(separator: " ")
  }

  static func < (left: Look, right: Look) -> Bool { left.words < right.words }
}
