/// A key that was pressed, as far as a terminal tells.
public enum Key: Hashable, Sendable {
  /// A printable character, the space included.
  case character(Character)
  /// Return.
  case enter
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Escape alone.
  case escape
  /// Backspace, whichever of its two codes the terminal sends.
  case backspace
  /// Delete.
  case delete
  /// Insert.
  case insert
  /// The arrows.
  case up, down, left, right
  /// Home and End.
  case home, end
  /// Page up and page down.
  case pageUp, pageDown
  /// A function key: F1 is 1.
  case function(Int)
  /// Ctrl and a character, in lower case.
  case control(Character)
  /// Alt, or Escape shortly before, and a character.
  case alt(Character)
}
