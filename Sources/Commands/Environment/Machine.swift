import Canvas
import Curses
import Sessions

/// The machine that the workbench would run on, as far as it is known.
struct Machine: Sendable {
  /// What is found at the path of a folder.
  enum Folder: Hashable, Sendable {
    case missing
    /// Something other than a folder.
    case notAFolder
    /// A folder, and its permissions.
    case present(isReadable: Bool, isOpenToOthers: Bool)
  }

  /// Why the terminal cannot be used; nil if it can.
  var terminalError: TerminalError?
  /// The terminal's size; nil without a terminal.
  var size: Size?
  /// What is known of the terminal from its type.
  var traits = TerminalTraits()
  /// Looks for a folder.
  var folder: @Sendable (_ path: String) -> Folder = { _ in .missing }
  /// Whether a file, with its parent folders, can be created at a path where there is none.
  var canCreate: @Sendable (_ path: String) -> Bool = { _ in true }
  /// The value of an option of the tmux server in which the process runs; nil if tmux does not
  /// answer.
  var tmuxOption: @Sendable (_ name: String) -> String? = { _ in nil }
  /// The unsaved changes of earlier sessions.
  var unsaved: [UnsavedChanges] = []
}
