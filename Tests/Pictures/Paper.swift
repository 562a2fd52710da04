/// The layout of pictures: the places of cells, and the document around them.
enum Paper {
  static let cell = (width: 8.4, height: 18.0)
  static let baseline = 13.5
  private static let margin = 12.0
  private static let fontSize = 14

  static func x(_ column: Int) -> Double { margin + Double(column) * cell.width }
  static func y(_ row: Int) -> Double { margin + Double(row) * cell.height }

  /// A document with a size in rows and columns, and its elements.
  static func document(_ title: String, rows: Int, columns: Int, _ elements: [String]) -> String {
    let box = "\(number(x(columns) + margin)) \(number(y(rows) + margin))"
    let start = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(box)" role="img">
      <title>\(escaped(title))</title>
      <rect width="100%" height="100%" rx="6" fill="\(Palette.background)"/>
      <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
      font-size="\(fontSize)" fill="\(Palette.foreground)">
      """
    return ([start] + elements + ["</g>", "</svg>"]).joined(separator: "\n") + "\n"
  }

  /// A number with at most one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
