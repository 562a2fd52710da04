import Canvas
import Curses
import Sessions

/// What is known of the computer on which the workbench would run.
struct Machine: Sendable {
  /// What is found at the path of a folder.
  enum Folder: Hashable, Sendable {
    case missing
    /// Something other than a folder.
    case noFolder
    /// A folder, and its permissions.
    case present(isReadable: Bool, isOpenToOthers: Bool)
  }

  /// Why the terminal cannot be used; nil where it can.
  var terminalError: TerminalError?
  /// The terminal's size; nil where there is no terminal.
  var size: Size?
  /// What is known of the terminal by name.
  var traits = TerminalTraits()
  /// Looks for a folder.
  var folder: @Sendable (_ path: String) -> Folder = { _ in .missing }
  /// Whether a file, and the folders above it, can be created at a path where there is none.
  var canCreate: @Sendable (_ path: String) -> Bool = { _ in true }
  /// The value of an option of the tmux server in which the process runs; nil where it is not
  /// known.
  var tmuxOption: @Sendable (_ name: String) -> String? = { _ in nil }
  /// The unsaved changes that earlier sessions left.
  var unsaved: [UnsavedChanges] = []
}
