import Themes
import Workbench

/// How the workbench looks and which keys it has, as a user chose it.
struct WorkbenchOptions {
  /// Colours and attributes of roles.
  let theme: Theme
  /// The themes that can be chosen while it runs.
  let themes: ThemeLibrary
  /// Keys and their actions.
  let keymap: Keymap
  /// Whether the mouse is used, where the terminal can report it.
  let mouse: Bool
  /// Whether the screen is drawn in ASCII alone, whatever the locale.
  let ascii: Bool
  /// Whether texts are copied to the clipboard, where the terminal allows it.
  let clipboard: Bool
  /// How keys move in text fields.
  let editing: TextMovements
  /// How the focused row of a list is shown.
  let row: FocusedRow
}

extension WorkbenchOptions {
  /// The theme and keys that were read, with the resolved settings.
  init(
    theme: Theme, among themes: ThemeLibrary, keymap: Keymap, _ settings: ResolvedSettings
  ) {
    self.init(
      theme: theme, themes: themes, keymap: keymap, mouse: settings.mouse.value,
      ascii: settings.ascii.value,
      clipboard: settings.clipboard.value, editing: settings.editing.value,
      row: settings.row.value)
  }
}
