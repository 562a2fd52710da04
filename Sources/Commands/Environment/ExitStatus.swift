/// How a run ended; the raw value is the exit status of the process.
enum ExitStatus: Int32, Comparable, Sendable {
  /// Nothing is wrong.
  case fine = 0
  /// A plan has findings that the caller asked about, or two plans differ.
  case findings = 1
  /// The command was called wrongly, or a document cannot be read.
  case unreadable = 2
  /// The store, the terminal or the output failed.
  case failure = 3

  /// Orders better before worse.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
