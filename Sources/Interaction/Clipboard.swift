/// Whether a display can copy texts to the user's clipboard.
public enum Clipboard: Hashable, Sendable {
  /// It hands them to the terminal, which may have settings of its own.
  case available
  /// The user wants none of it.
  case switchedOff
  /// The terminal is of a kind that would print them instead.
  case unavailable

  /// What becomes of a text.
  public func outcome(of text: String) -> CopyOutcome {
    switch self {
    case .available: text.utf8.count <= copyLimit ? .handedOver : .tooLong
    case .switchedOff: .switchedOff
    case .unavailable: .unavailable
    }
  }
}
