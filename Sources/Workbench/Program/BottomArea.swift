import Canvas
import Text

/// The bottom of the screen: texts above each other, and under them what there is to type or which
/// keys there are.
///
/// It takes the bottom row, and as many above it as its texts need.
struct BottomArea {
  /// What the last row is for.
  enum Last {
    /// The last row of the texts.
    case text
    /// The same, with the cursor behind it, since it asks something.
    case question
    /// Typing something without a field on the screen.
    case field(prompt: String, TextInput)
    /// Keys and what they do.
    case hints([Keymap.Entry])
  }

  /// The least columns of what is typed.
  private static let leastTyped = 12

  let texts: [BottomText]
  let last: Last

  /// How many rows of so many columns it takes, at least one.
  func rowCount(columns: Int) -> Int {
    let rows = texts.reduce(0) { $0 + $1.rowCount(columns: columns) }
    return switch last {
    case .text, .question: max(1, rows)
    case .field, .hints: rows + 1
    }
  }

  /// Draws it with its last row there.
  func draw(on canvas: inout Canvas, bottom: Int) {
    var row = bottom
    switch last {
    case .text, .question: break
    case .field(let prompt, let input):
      canvas.clear(row)
      let columns = canvas.size.columns
      // A prompt may have a name in it, and leaves room to type.
      let start = min(VisibleText.width(of: prompt), max(0, columns - BottomArea.leastTyped))
      canvas.write(prompt, at: Position(row: row, column: 0), width: start, role: .message)
      TextInputView(input, isValid: true).draw(on: &canvas, row: row, columns: start..<columns)
      row -= 1
    case .hints(let entries):
      drawHints(entries, row: row, on: &canvas)
      row -= 1
    }
    for (place, text) in texts.enumerated().reversed() where row >= 0 {
      let end = text.draw(on: &canvas, bottom: row)
      if case .question = last, place == texts.count - 1 {
        canvas.cursor = Position(row: row, column: min(end.column, canvas.size.columns - 1))
      }
      row = end.top - 1
    }
  }

  // MARK: Hints

  /// A key and what it does, with its columns.
  private struct Hint {
    let columns: Range<Int>
    let key: String
    let text: String
    let action: Action
  }

  /// The hints that fit into so many columns.
  private static func hints(_ entries: [Keymap.Entry], columns: Int) -> [Hint] {
    var hints: [Hint] = []
    for entry in entries {
      guard let text = entry.hint, let key = entry.keys.first?.name else { continue }
      let start = hints.last.map { $0.columns.upperBound + 2 } ?? 0
      let end = start + key.count + 1 + text.count
      guard end <= columns else { break }
      hints.append(Hint(columns: start..<end, key: key, text: text, action: entry.action))
    }
    return hints
  }

  private func drawHints(_ entries: [Keymap.Entry], row: Int, on canvas: inout Canvas) {
    canvas.clear(row)
    for hint in BottomArea.hints(entries, columns: canvas.size.columns) {
      let column = hint.columns.lowerBound
      canvas.write(hint.key, at: Position(row: row, column: column), role: .key)
      canvas.write(
        hint.text, at: Position(row: row, column: column + hint.key.count + 1), role: .hint)
    }
  }

  /// The action of the hint at a column of the last row; nil where none is.
  func action(at column: Int, columns: Int) -> Action? {
    guard case .hints(let entries) = last else { return nil }
    return BottomArea.hints(entries, columns: columns).first { $0.columns.contains(column) }?.action
  }
}

extension WorkbenchProgram {
  /// What is at the bottom of a screen of so many columns.
  func bottomArea(columns: Int) -> BottomArea {
    let said = message.map { $0.bottomText(columns: columns) }
    if let pane = panes.top, let area = pane.bottomArea(below: said, columns: columns) {
      return area
    }
    let texts = said.map { [$0] } ?? fieldMessages.map { $0.bottomText(columns: columns) }
    return BottomArea(
      texts: texts, last: texts.isEmpty ? .hints(keymap.entries(in: context)) : .text)
  }

  /// Messages about the field that is typed into: that another session has changed it, why the text
  /// cannot be taken, or what it resembles and what it has done to the plan so far.
  private var fieldMessages: [Message] {
    guard let editor = panes.top as? FieldEditor else { return [] }
    if let rival = editor.rival {
      let text = "\(rival.name) has set this to `\(rival.text)`; \(mention(.close)) keeps that"
      return [Message(text: text, isError: true)]
    }
    if let fault = editor.fault, !editor.isUntouchedRequest {
      return [Message(text: fault, isError: true)]
    }
    return [resemblance(typingInto: editor), typingReport.map { Message($0) }].compactMap(\.self)
  }
}

extension Message {
  /// It as it is said at the bottom of a screen of so many columns.
  func bottomText(columns: Int) -> BottomText {
    BottomText(
      report?.bottomText(columns: columns) ?? text, role: isError ? .messageError : .message,
      columns: columns)
  }
}
