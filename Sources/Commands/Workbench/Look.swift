import Themes
import Workbench

/// How a user has the workbench: its looks and its keys.
struct Look: Sendable {
  /// Roles to colours and attributes.
  let theme: Theme
  /// Keys to actions.
  let keymap: Keymap
}
