public import Documents

/// Why there is no such theme.
public enum ThemeError: Error, Hashable, Sendable {
  /// No theme is called that.
  case unknown(String, known: [String])
  /// The file of a theme, or of one that it builds on, is faulty.
  case faulty(file: String, FaultList)
  /// The file of a theme, or of one that it builds on, cannot be read.
  case unreadable(file: String, FileError)
}
