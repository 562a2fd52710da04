import Canvas
import Text

/// A line of text that is being typed, with the cursor in sight.
struct TextInputView {
  private let input: TextInput
  private let isValid: Bool

  init(_ input: TextInput, isValid: Bool) {
    self.input = input
    self.isValid = isValid
  }

  func draw(on canvas: inout Canvas, row: Int, columns: Range<Int>) {
    let role: Role = isValid ? .field : .fieldInvalid
    guard !columns.isEmpty else { return }
    let start = start(within: columns.count)
    let width = VisibleText.width(of: String(input.characters[start..<input.cursor]))
    canvas.fill(row: row, columns: columns, role: role)
    // Nearly every character takes a column; a part is enough, however much was typed.
    let text = String(input.characters[start...].prefix(2 * columns.count))
    canvas.write(
      text, at: Position(row: row, column: columns.lowerBound), width: columns.count, role: role)
    canvas.cursor = Position(row: row, column: columns.lowerBound + width)
  }

  /// The first character that is shown: as many before the cursor as leave a column for it.
  private func start(within columns: Int) -> Int {
    var start = input.cursor
    var width = 0
    while start > 0 {
      width += VisibleText.width(of: String(input.characters[start - 1]))
      guard width < columns else { break }
      start -= 1
    }
    return start
  }
}
