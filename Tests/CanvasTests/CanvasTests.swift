import SeededRandom
import Canvas
import Testing
import Text

@Suite struct CanvasTests {
  private func canvas(_ rows: Int = 3, _ columns: Int = 10) -> Canvas {
    Canvas(size: Size(rows: rows, columns: columns))
  }

  private func at(_ row: Int, _ column: Int) -> Position {
    Position(row: row, column: column)
  }

  @Test func `a canvas reads as its rows, without the blanks at their ends`() {
    var canvas = canvas()
    canvas.write("first  ", at: at(0, 1))
    canvas.write("日本", at: at(2, 0))
    #expect(canvas.text == " first\n\n日本")
  }

  @Test func `writing says how many columns it used`() {
    var canvas = canvas()
    #expect(canvas.write("plain", at: at(0, 0)) == 5)
    #expect(canvas.write("日本", at: at(0, 0)) == 4)
    #expect(canvas.write("e\u{301}\u{301}", at: at(0, 0)) == 2)
    #expect(canvas.write("", at: at(0, 0)) == 0)
    #expect(canvas.write("plain", at: at(0, 0), width: 0) == 0)
    #expect(canvas.write("plain", at: at(3, 0)) == 0)
    #expect(canvas.write("plain", at: at(0, 10)) == 0)
    #expect(canvas.write("plain", at: at(0, -1)) == 0)
  }

  @Test(arguments: [
    ("0123456789", 10, "0123456789"), ("01234567890", 10, "012345678…"), ("abcdef", 3, "ab…"),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 1, "…"), ("abc日", 4, "abc…"),
    ("abc\u{301}d", 3, "ab…"), ("abc\u{301}", 3, "abc\u{301}"),
  ])
  func `text is cut to its width`(text: String, width: Int, shown: String) {
    var canvas = canvas(1, 10)
    canvas.write(text, at: at(0, 0), width: width)
    #expect(canvas.text == shown)
  }

  @Test func `a mark after plain text joins its last character`() {
    var canvas = canvas()
    canvas.write("ae\u{301}z", at: at(0, 0))
    #expect(canvas[row: 0, column: 1] == Cell(scalar: 0x65, mark: 0x301))
    #expect(canvas[row: 0, column: 2] == Cell(scalar: 0x7A))
  }

  @Test func `writing over half of a wide character blanks the other half`() {
    var canvas = canvas()
    canvas.write("日本語", at: at(0, 0))
    canvas.write("x", at: at(0, 1))
    #expect(canvas.text.hasPrefix(" x本語"))
    canvas.write("y", at: at(0, 4))
    #expect(canvas.text.hasPrefix(" x本y"))
    #expect(canvas[row: 0, column: 5] == .blank)
  }

  @Test func `outside of the canvas reading is blank and writing is nothing`() {
    var canvas = canvas()
    let before = canvas
    for (row, column) in [(-1, 0), (3, 0), (0, -1), (0, 10)] {
      canvas[row: row, column: column] = Cell(scalar: 0x78)
      #expect(canvas[row: row, column: column] == .blank)
    }
    canvas.fill(row: 7, columns: 0..<3, with: "x")
    canvas.setRole(row: 0, columns: 20..<30, role: .title)
    #expect(canvas == before)
  }

  @Test func `a cell that is set is made safe`() {
    var canvas = canvas()
    canvas[row: 0, column: 0] = Cell(scalar: 0x1B, mark: 0x202E)
    #expect(canvas[row: 0, column: 0] == Cell(scalar: 0x241B))
    canvas[row: 0, column: 9] = Cell(scalar: 0x65E5)
    #expect(canvas[row: 0, column: 9] == .blank)
    canvas[row: 0, column: 8] = Cell(scalar: 0x65E5)
    #expect(canvas[row: 0, column: 9].scalar == 0)
  }

  @Test func `a rule and a fill take just their columns`() {
    var canvas = canvas(1, 6)
    canvas.rule(row: 0)
    canvas.fill(row: 0, columns: 2..<4, with: "x", role: .title)
    canvas.setRole(row: 0, columns: 4..<99, role: .dim)
    #expect(canvas.text == "  xx")
    let roles = (0..<6).map { canvas[row: 0, column: $0].role }
    #expect(roles == [.border, .border, .title, .title, .dim, .dim])
  }

  @Test func `roles have names of their own`() {
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Role.findingError.name == "finding.error")
  }

  @Test func `writing anything anywhere keeps to its columns and leaves no half`() {
    for seed in UInt64(0)..<500 {
      var random = SplitMix64(seed: seed)
      var canvas = canvas(2, 12)
      for _ in 0..<6 {
        let before = canvas
        let text = random.hostileText(length: 20)
        let column = Int.random(in: 0..<12, using: &random)
        let width = Int.random(in: 0...12, using: &random)
        let room = min(width, 12 - column)
        let used = canvas.write(text, at: at(0, column), width: width, role: .field)
        #expect(used == VisibleText.width(of: text) || used == room || used == room - 1)
        let isKept = (0..<12).allSatisfy {
          (column - 1...column + max(used, room)).contains($0)
            || canvas[row: 0, column: $0] == before[row: 0, column: $0]
        }
        #expect(isKept, "seed \(seed)")
        #expect(hasWholeCharacters(canvas), "seed \(seed)")
        #expect((0..<12).allSatisfy { canvas[row: 1, column: $0] == .blank })
      }
    }
  }

  private func hasWholeCharacters(_ canvas: Canvas) -> Bool {
    var column = 0
    while column < 12 {
      let cell = canvas[row: 0, column: column]
      guard cell.scalar != 0, let scalar = Unicode.Scalar(cell.scalar) else { return false }
      let width = VisibleText.width(of: String(scalar))
      if width == 2, canvas[row: 0, column: column + 1].scalar != 0 { return false }
      column += width
    }
    return column == 12
  }
}
