/// Why a program has to end.
public enum HangUp: Hashable, Sendable {
  /// Nobody is there any more: the terminal was closed or its line broke.
  case terminalGone
  /// The system asks the program to end.
  case signal(EndingSignal)
}

/// The signals that end a program.
public enum EndingSignal: Hashable, Sendable {
  /// SIGHUP.
  case hangUp
  /// SIGTERM.
  case terminate
  /// Another signal for which programs end, by its number, such as SIGQUIT.
  case other(Int32)
}
