/// What a command hands to its caller, before any of it is written anywhere.
struct Outcome: Hashable, Sendable {
  /// How a run ended; the raw value is the process's exit code.
  enum Ending: Int32, Comparable, Sendable {
    /// All is well.
    case fine = 0
    /// A plan has findings that the caller wants to hear of, or two plans differ.
    case findings = 1
    /// The command was called wrongly, or a document cannot be read.
    case unreadable = 2
    /// The store, the terminal or the output failed.
    case failure = 3

    /// Orders better before worse.
    static func < (left: Ending, right: Ending) -> Bool { left.rawValue < right.rawValue }
  }

  /// Data, for standard output.
  var data = ""
  /// Talk, for standard error.
  var talk = ""
  /// How it ended.
  var ending = Ending.fine
  /// The signal that ended it and is to be seen as the cause; nil where none is.
  var signal: Int32?
}
