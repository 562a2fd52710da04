import Text

/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input is a file, a pipe or nothing.
  case inputIsNoTerminal
  /// Standard output is a file, a pipe or nothing.
  case outputIsNoTerminal
  /// `TERM` is not set.
  case typeUnset
  /// The machine lacks a description of the terminal that `TERM` names.
  case typeUnknown(String)
  /// The terminal cannot put its cursor anywhere.
  case typeIncapable(String)
  /// The system could not make a pipe for signals, or ncurses failed.
  case unavailable

  /// The cause in words, and what to do.
  public var message: String {
    switch self {
    case .inputIsNoTerminal:
      "standard input is not a terminal; use `calloff --plain PLAN` or `calloff check PLAN` there"
    case .outputIsNoTerminal:
      "standard output is not a terminal; use `calloff --plain PLAN` or `calloff check PLAN` there"
    case .typeUnset:
      "`TERM` is not set; set it to the terminal's type, such as `xterm-256color`"
    case .typeUnknown(let type):
      "nothing is known of a terminal `\(VisibleText.clipped(type, to: 60))`; "
        + "set `TERM` to one that is, such as `xterm`"
    case .typeIncapable(let type):
      "a terminal `\(VisibleText.clipped(type, to: 60))` cannot show a full screen; "
        + "use `calloff --plain PLAN` or `calloff check PLAN` there, or set `TERM` to what it is"
    case .unavailable:
      "the terminal cannot be taken over; close other programs and try again"
    }
  }
}
