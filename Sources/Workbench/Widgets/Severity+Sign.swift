import Canvas
import Procurement

extension Severity {
  /// The letter that marks it where colours may be missing.
  var sign: String {
    switch self {
    case .error: "E"
    case .warning: "W"
    case .note: "n"
    }
  }

  /// The letter that marks what is waived, whatever its severity.
  static let waivedSign = "w"

  var role: Role {
    switch self {
    case .error: .findingError
    case .warning: .findingWarning
    case .note: .findingNote
    }
  }
}
