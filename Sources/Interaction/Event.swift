public import Canvas

/// What a display has to tell a program.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, line breaks as `\n`; none of it is a command.
  case paste(String)
  /// The mouse did something, where it is listened to.
  case mouse(Mouse)
  /// The terminal has another size now.
  case resize(Size)
  /// The program runs again after it was stopped.
  case resumed
  /// Something changed outside that the display watches for the program.
  case notice
  /// The system asks to interrupt; Ctrl-C is a key instead.
  case interrupt
  /// The end: whatever must be kept is kept now or never.
  case hangUp(HangUp)
}
