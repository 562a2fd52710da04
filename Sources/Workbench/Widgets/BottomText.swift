import Canvas
import Text

/// A message or question at the bottom of the screen.
///
/// It takes the bottom row where it fits there, and else as many rows above it as it needs: a question
/// without its answers, or half a path, cannot be answered.
struct BottomText {
  private struct Token {
    var pieces: [(text: String, role: Role)]
    /// The blanks before it, where it is not the first of its row.
    var gap: Int

    var width: Int {
      pieces.reduce(pieces.count - 1) { $0 + VisibleText.width(of: $1.text) }
    }
  }

  private var tokens: [Token] = []

  /// A text of words; on a row of so many columns a longer word is broken.
  init(_ text: String, role: Role, columns: Int) {
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = Substring(word)
      var gap = 1
      repeat {
        let piece = rest.prefix(columns: columns)
        tokens.append(Token(pieces: [(String(piece), role)], gap: gap))
        rest = rest.dropFirst(piece.count)
        gap = 0
      } while !rest.isEmpty
    }
  }

  /// Adds a key and what it does, which stay on one row.
  mutating func add(key: Character, _ title: String) {
    tokens.append(Token(pieces: [(String(key), .key), (title, .hint)], gap: 2))
  }

  /// Draws it with its last row there; returns its first row, and the column behind its end.
  @discardableResult
  func draw(on canvas: inout Canvas, bottom: Int) -> (top: Int, column: Int) {
    let rows = rows(columns: canvas.size.columns).suffix(bottom + 1)
    let top = bottom - rows.count + 1
    var column = 0
    for (row, tokens) in zip(top..., rows) {
      canvas.clear(row)
      column = 0
      for (place, token) in tokens.enumerated() {
        if place > 0 {
          column += drawGap(
            before: token, after: tokens[place - 1], at: Position(row: row, column: column),
            on: &canvas)
        }
        for (index, piece) in token.pieces.enumerated() {
          column += index == 0 ? 0 : 1
          column += canvas.write(
            piece.text, at: Position(row: row, column: column), role: piece.role)
        }
      }
    }
    return (top, column)
  }

  /// Leaves the blanks between tokens. Between words of one text they look like the words, so that a
  /// row changes its looks once and not with every word, which costs bytes; returns their columns.
  private func drawGap(
    before token: Token, after last: Token, at start: Position, on canvas: inout Canvas
  ) -> Int {
    if token.pieces.count == 1, last.pieces.count == 1 {
      canvas.write(
        String(repeating: " ", count: token.gap), at: start, role: token.pieces[0].role)
    }
    return token.gap
  }

  /// How many rows of so many columns it takes.
  func rowCount(columns: Int) -> Int { rows(columns: columns).count }

  private func rows(columns: Int) -> [[Token]] {
    var rows: [[Token]] = [[]]
    var used = 0
    for token in tokens {
      let isFirst = rows[rows.count - 1].isEmpty
      let width = token.width + (isFirst ? 0 : token.gap)
      if !isFirst, used + width > columns {
        rows.append([token])
        used = token.width
      } else {
        rows[rows.count - 1].append(token)
        used += width
      }
    }
    return rows
  }
}
