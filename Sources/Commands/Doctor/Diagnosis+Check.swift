import Procurement
import Text

extension Diagnosis {
  /// The result of checking one thing that the workbench depends on.
  struct Check: Hashable, Sendable {
    /// How serious the result is.
    enum Level: String, Sendable {
      case ok, warning, error
    }

    /// How serious the result is.
    let level: Level
    /// What was checked.
    let subject: String
    /// The result, and what to do if it is not as it should be.
    let message: String

    init(_ level: Level, _ subject: String, _ message: String) {
      self.level = level
      self.subject = subject
      self.message = message
    }

    /// The result as a line with its line break.
    func line(in ink: Ink) -> String {
      let word = level.rawValue
      let painted =
        switch level {
        case .ok: word
        case .warning: ink.severity(.warning, word)
        case .error: ink.severity(.error, word)
        }
      return painted + spaces(9 - word.utf8.count) + subject + spaces(11 - subject.utf8.count)
        + VisibleText.safe(message) + "\n"
    }
  }
}
