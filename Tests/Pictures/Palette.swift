/// The colours of a terminal in pictures.
enum Palette {
  /// The default background.
  static let background = "#1c1f26"
  /// The default foreground.
  static let foreground = "#d7dae0"

  private static let named = [
    "#000000", "#cc3b3b", "#2f9e44", "#b58900", "#3b6fd1", "#a347ba", "#1f97a8", "#c9ccd1",
    "#6c7079", "#f06464", "#5fcf73", "#e5c04b", "#7aa5f5", "#d182e3", "#5fd0df", "#ffffff",
  ]

  /// A colour of the palette of 256.
  static func colour(_ index: Int) -> String {
    switch index {
    case 0..<16: named[index]
    case 16..<232: hexadecimal([36, 6, 1].map { level((index - 16) / $0 % 6) })
    default: hexadecimal(Array(repeating: 8 + 10 * (index - 232), count: 3))
    }
  }

  /// A level of the terminals' colour cube.
  private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

  private static func hexadecimal(_ parts: [Int]) -> String {
    "#"
      + parts.map { (part: Int) in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }.joined()
  }
}
