import Text

/// Text wrapped to a width, its words made safe to show.
struct Paragraph {
  /// Columns before the first line.
  var indent = 0
  /// Columns before each further line; nil for the same as the first.
  var hanging: Int?
  /// The maximum width of a line in columns. A longer word gets a line of its own.
  let width: Int

  /// The text's lines, each with a line break.
  func lines(of text: String) -> String {
    var result = ""
    var column = 0
    for word in text.unicodeScalars.split(separator: " ") {
      let word = VisibleText.safe(String(word))
      let columns = VisibleText.width(of: word)
      if column == 0 {
        start(indent, &result, &column)
      } else if column + 1 + columns > width {
        result.append("\n")
        start(hanging ?? indent, &result, &column)
      } else {
        result.append(" ")
        column += 1
      }
      result.append(word)
      column += columns
    }
    result.append("\n")
    return result
  }

  private func start(_ indent: Int, _ result: inout String, _ column: inout Int) {
    result.append(String(repeating: " ", count: indent))
    column = indent
  }
}
