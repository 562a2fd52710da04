import Canvas
import Interaction
import Procurement
import SeededRandom
import Testing
import Text

@testable import Workbench

extension Robot {
  /// What is being typed; nil where nothing is.
  fileprivate var typed: TextInput? {
    switch program.panes.top {
    case let editor as FieldEditor: editor.input
    case let menu as ChoiceMenu: menu.filtered.input
    case let list as ActionList: list.filtered.input
    default: nil
    }
  }
}

/// Keys in a line of text: text before, keys, text after, with `|` for the cursor.
@Suite struct TextInputTests {
  @Test(arguments: [
    ("one two|", "<C-a>x", "x|one two"), ("one two|", "<C-w>", "one |"),
    ("one two|", "<A-b><C-k>", "one |"), ("one two|", "<A-b><C-u>", "|two"),
    ("one two|", "<C-a><A-f><C-d>", "one|two"), ("one two|", "<C-w><C-a><C-y>", "two|one "),
    ("one|", "<C-b><C-b><C-f><Backspace>", "o|e"), ("one|", "<Home><Delete><End>!", "ne!|"),
  ])
  func `movements of Emacs`(_ before: String, _ keys: String, _ after: String) {
    expect(before, keys, after, .emacs)
  }

  @Test(arguments: [
    ("one two|", "<Esc>0x", "|ne two"), ("one two|", "<Esc>0wD", "one| "),
    ("one two|", "<Esc>bdw", "one| "), ("one two|", "<Esc>0cwTHE <Esc>", "THE| two"),
    ("one two|", "<Esc>dd", "|"), ("one two|", "<Esc>ccnew", "new|"),
    ("one two|", "<Esc>0ea!", "one!| two"), ("one two|", "<Esc>I> ", "> |one two"),
    ("one two|", "<Esc>hhhA.", "one two.|"), ("one two|", "<Esc>0dwP", "one |two"),
    ("one|", "<Esc>ix", "onx|e"), ("one|", "xy", "onexy|"), ("one two|", "<Esc>0de", "| two"),
  ])
  func `movements of vi`(_ before: String, _ keys: String, _ after: String) {
    expect(before, keys, after, .vi)
  }

  private func expect(
    _ before: String, _ keys: String, _ after: String, _ movements: TextMovements
  ) {
    var input = TextInput(before.filter { $0 != "|" }, movements: movements)
    for key in KeyScript.keys(keys) { _ = input.handle(key) }
    var shown = input.characters
    shown.insert("|", at: input.cursor)
    #expect(String(shown) == after, "\(before) \(keys)")
  }

  @Test func `the text is that of the characters whatever was typed`() {
    let keys: [Key] = [
      .character("e"), .character("\u{301}"), .character("日"), .character(" "), .backspace, .delete,
      .left, .right, .home, .end, .control("w"), .control("k"), .control("u"), .control("y"),
    ]
    for seed in UInt64(0)..<200 {
      var random = SplitMix64(seed: seed)
      var input = TextInput("one", limit: 20)
      for _ in 0..<60 {
        _ = input.handle(keys.randomElement(using: &random) ?? .left)
        #expect(input.text == String(input.characters), "seed \(seed)")
        #expect(input.characters.count <= 20 && 0...input.characters.count ~= input.cursor)
      }
    }
  }

  @Test func `what is beyond the limit is left out, and it says so`() {
    var input = TextInput("", limit: 3)
    input.insert("abcd")
    #expect(input.text == "abc" && input.isOverfull)
    _ = input.handle(.left)
    #expect(!input.isOverfull)
    _ = input.handle(.character("x"))
    #expect(input.text == "abc" && input.isOverfull)
    _ = input.handle(.backspace)
    _ = input.handle(.character("x"))
    #expect(input.text == "axc" && !input.isOverfull)
  }

  @Test(arguments: [(":", 200), ("?", 200), ("/", 200), ("a", 200), ("<Enter>GG<Enter>", 10_000)])
  func `text without end is bounded, and a message says so`(opening: String, limit: Int) throws {
    for isPasted in [true, false] {
      var robot = try Robot()
      robot.press(opening)
      if isPasted {
        robot.handle(.paste(String(repeating: "x", count: 30_000)))
      } else {
        for _ in 0...limit { robot.handle(.key(.character("x"))) }
      }
      #expect(robot.words.contains("no more fits here: at most \(limit) characters"))
      #expect(robot.typed?.characters.count == limit)
    }
  }

  @Test func `a field shows what is around the cursor, however long it is`() {
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let text = (0..<Int.random(in: 0...90, using: &random)).map { _ in
        Array("abc 日é😀").randomElement(using: &random) ?? "a"
      }
      var input = TextInput(String(text))
      for _ in 0..<Int.random(in: 0...90, using: &random) { _ = input.handle(.left) }
      let columns = Int.random(in: 2...40, using: &random)
      var canvas = Canvas(size: Size(rows: 1, columns: columns))
      TextInputView(input, isValid: true).draw(on: &canvas, row: 0, columns: 0..<columns)
      // The longest part before the cursor that leaves a column, and what fits behind it.
      let before = input.characters[..<input.cursor]
      let start =
        before.indices.first { VisibleText.width(of: String(before[$0...])) < columns }
        ?? before.endIndex
      let width = VisibleText.width(of: String(before[start...]))
      var wanted = Canvas(size: canvas.size)
      wanted.fill(row: 0, columns: 0..<columns, role: .field)
      wanted.write(
        String(input.characters[start...]), at: Position(row: 0, column: 0), width: columns,
        role: .field)
      wanted.cursor = Position(row: 0, column: width)
      #expect(canvas == wanted, "seed \(seed)")
    }
  }

  @Test func `with vi Esc leaves typing first, and then the field`() throws {
    var robot = try Robot()
    robot.program.configure(for: DisplayCapabilities(movements: .vi))
    robot.press("<Enter>GG<Enter>seen by the board<Esc>")
    #expect(robot.program.context == .field)
    robot.press("0dwA!<Enter>")
    #expect(robot.plan.lines[0].notes == "by the board!")
    robot.press("<Enter>x<Esc><Esc>")
    #expect(robot.program.context == .form && robot.plan.lines[0].notes == "by the board!")
  }
}
