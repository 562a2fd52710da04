import Canvas

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
    let before = input.characters.prefix(input.cursor)
    var start = before.startIndex
    var width = VisibleText.width(of: String(before))
    while width >= columns.count, start < before.endIndex {
      width -= VisibleText.width(of: String(before[start]))
      start += 1
    }
    canvas.fill(row: row, columns: columns, role: role)
    let text = String(input.characters[start...])
    canvas.write(
      text, at: Position(row: row, column: columns.lowerBound), width: columns.count, role: role)
    canvas.cursor = Position(row: row, column: columns.lowerBound + width)
  }
}
