import Canvas
import Curses

/// What is known of the machine that the workbench would run on.
struct Machine: Sendable {
  /// What stands where a folder is looked for.
  enum Folder: Hashable, Sendable {
    case missing
    /// Something else stands there.
    case noFolder
    /// It is there, and what may be done with it.
    case present(isReadable: Bool, isOpenToOthers: Bool)
  }

  /// Why the terminal cannot be used; nil where it can.
  var terminalError: TerminalError?
  /// The terminal's extent; nil where there is no terminal.
  var size: Size?
  /// What is known of the terminal by name.
  var traits = TerminalTraits()
  /// Looks for a folder.
  var folder: @Sendable (_ path: String) -> Folder = { _ in .missing }
  /// Whether a file, and the folders to it, could be made at a path where there is none.
  var canCreate: @Sendable (_ path: String) -> Bool = { _ in true }
  /// The value of one of the options of the tmux server in which the process runs; nil where tmux
  /// does not tell.
  var tmuxOption: @Sendable (_ name: String) -> String? = { _ in nil }
  /// The unsaved changes that earlier sessions have left.
  var unsaved: [UnsavedChanges] = []
}
