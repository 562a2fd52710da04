/// What became of a text that was to be copied.
public enum CopyOutcome: Hashable, Sendable {
  /// The terminal has it; whether it puts it on the clipboard, it does not say.
  case handedOver
  /// It has more than `copyLimit` bytes, and half of it would mislead.
  case tooLong
  /// The clipboard is switched off.
  case switchedOff
  /// The terminal is of a kind that cannot, or there is none any more.
  case unavailable
}
