/// The severity of a finding.
public enum Severity: String, CaseIterable, Sendable, Comparable {
  case note, warning, error

  /// Orders smaller before larger.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
