import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

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

  @Test func `with vi Esc leaves typing first, and then the field`() throws {
    var robot = try Robot()
    robot.program.equip(with: Equipment(movements: .vi))
    robot.press("<Enter>GG<Enter>seen by the board<Esc>")
    #expect(robot.program.context == .field)
    robot.press("0dwA!<Enter>")
    #expect(robot.plan.lines[0].notes == "by the board!")
    robot.press("<Enter>x<Esc><Esc>")
    #expect(robot.program.context == .form && robot.plan.lines[0].notes == "by the board!")
  }
}
