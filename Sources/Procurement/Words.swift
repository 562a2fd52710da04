/// Whether a new system must be installed or the existing one stays.
public enum Need: String, CaseIterable, Sendable {
  case new, retain
}

/// The way by which a service is bought.
public enum Route: String, CaseIterable, Sendable {
  /// From the cluster's LSP, under the programme.
  case programme
  /// As member of a group, through an LSP's call-off facility.
  case calloff
  /// On its own from any supplier, in the established way.
  case open
}

/// What a line about imaging buys.
public enum PACSOption: String, CaseIterable, Sendable {
  /// The programme's own offer.
  case basic
  /// Features on top of another system.
  case features
  /// A whole system.
  case entire
}

/// The verdict on who may supply a line.
public enum Supply: String, CaseIterable, Sendable {
  case exclusive
  case nonExclusive = "non-exclusive"
  /// Nothing new is installed, so nobody's right is touched.
  case notEngaged = "not-engaged"
}

/// Who pays for a line.
public enum Payer: String, CaseIterable, Sendable {
  case programme, trust
}

/// The two kinds of cost.
public enum CostKind: String, CaseIterable, Sendable {
  case capital, revenue
}

/// How much a finding matters.
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
