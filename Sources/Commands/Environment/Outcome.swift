import Glibc
import Sessions
import Text

/// The result of a command, before any of it is written.
struct Outcome: Hashable, Sendable {
  /// The text for standard output.
  var data = ""
  /// Bytes for standard output, after the text: a file that is not text.
  var bytes: [UInt8] = []
  /// The text for standard error.
  var standardError = ""
  /// How the run ended.
  var exitStatus = ExitStatus.fine
  /// The signal that ended it and should be reported as the cause; nil where there was none.
  var signal: Int32?
}

extension Outcome {
  /// How a session in plain mode ended.
  init(_ ending: PlainEnding) {
    if let name = ending.missingDocument {
      self = Failure.documentNotCreated(name).outcome
      return
    }
    let failure = ending.outputError.map {
      Failure.unwritable(reason: String(cString: strerror($0)))
    }
    self = failure?.outcome ?? Outcome()
    if let words = ending.words {
      standardError = VisibleText.safe("calloff: \(words)") + "\n" + standardError
    }
    switch ending.status {
    case .saved: break
    case .commandFailed: exitStatus = .unreadable
    case .unsaved: exitStatus = .failure
    }
  }
}
