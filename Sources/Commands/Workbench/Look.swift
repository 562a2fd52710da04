import Themes
import Workbench

/// How a user has the workbench: its looks, its keys, and what it does besides.
struct Look {
  /// Roles to colours and attributes.
  let theme: Theme
  /// The themes that can be chosen while it runs.
  let themes: ThemeLibrary
  /// Keys to actions.
  let keymap: Keymap
  /// Whether the mouse is listened to, where the terminal can tell of one.
  let mouse: Bool
  /// Whether the screen is drawn with ASCII alone, whatever the locale.
  let ascii: Bool
  /// Whether texts are copied to the clipboard, where the terminal can take them.
  let clipboard: Bool
  /// Whose keys move about where text is typed.
  let editing: TextMovements
}

extension Look {
  /// The looks and keys that were read, and what the wishes come to.
  init(theme: Theme, among themes: ThemeLibrary, keymap: Keymap, _ wishes: Wishes) {
    self.init(
      theme: theme, themes: themes, keymap: keymap, mouse: wishes.mouse.value,
      ascii: wishes.ascii.value,
      clipboard: wishes.clipboard.value, editing: wishes.editing.value)
  }
}
