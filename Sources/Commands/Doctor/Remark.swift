import Procurement
import Text

/// What is said of one thing that was looked at.
struct Remark: Hashable, Sendable {
  /// How good it is.
  enum Level: String, Sendable {
    case ok, warning, error
  }

  /// How good it is.
  let level: Level
  /// What was looked at.
  let subject: String
  /// What it is, and what to do about it where something is to be done.
  let words: String

  init(_ level: Level, _ subject: String, _ words: String) {
    self.level = level
    self.subject = subject
    self.words = words
  }

  /// The remark as a line with its line break.
  func line(in ink: Ink) -> String {
    let word = level.rawValue
    let painted =
      switch level {
      case .ok: word
      case .warning: ink.severity(.warning, word)
      case .error: ink.severity(.error, word)
      }
    return painted + spaces(9 - word.utf8.count) + subject + spaces(11 - subject.utf8.count)
      + VisibleText.safe(words) + "\n"
  }
}
