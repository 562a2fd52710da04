/// The stable codes of all findings, in order.
///
/// A code is a case and a row of `entry`; everything else is in its rule in `Validation`.
public enum FindingCode: String, CaseIterable, Sendable, Comparable {
  case C101, C102, C103, C104, C105, C106
  case F101, F102, F103, F104, F105, F106, F107
  case G101, G102, G103, G104
  case P101, P102, P103, P104, P105, P106, P107
  case S101, S102, S103, S104, S105, S106, S107, S108, S109, S110, S111

  /// Whether the finding is about money: costs, funds and who pays.
  public var isAboutMoney: Bool { rawValue.hasPrefix("F") }

  private var entry: (name: String, severity: Severity) {
    switch self {
    case .C101: ("looks-like-listed-service", .warning)
    case .C102: ("duplicate-service", .warning)
    case .C103: ("core-not-planned", .note)
    case .C104: ("unknown-service", .error)
    case .C105: ("missing-description", .error)
    case .C106: ("local-work-not-planned", .note)
    case .F101: ("unfunded-spend", .error)
    case .F102: ("programme-line-charged", .warning)
    case .F103: ("not-programme-funded", .note)
    case .F104: ("fund-kind-mismatch", .warning)
    case .F105: ("unknown-fund", .error)
    case .F106: ("no-cost", .warning)
    case .F107: ("unconfirmed-funding", .note)
    case .G101: ("several-plans-of-a-trust", .warning)
    case .G102: ("group-contradiction", .warning)
    case .G103: ("member-without-line", .note)
    case .G104: ("trust-differs-from-register", .note)
    case .P101: ("pacs-interoperability-missing", .error)
    case .P102: ("pacs-justification-missing", .error)
    case .P103: ("pacs-basic-declined", .note)
    case .P104: ("pacs-options-conflict", .error)
    case .P105: ("pacs-option-missing", .error)
    case .P106: ("pacs-features-alone", .warning)
    case .P107: ("pacs-basic-other-supplier", .error)
    case .S101: ("exclusive-supply-breach", .error)
    case .S102: ("route-not-offered", .error)
    case .S103: ("calloff-without-group", .error)
    case .S104: ("not-a-group-member", .error)
    case .S105: ("facility-mismatch", .error)
    case .S106: ("lsp-outside-calloff", .note)
    case .S107: ("retained-without-spine", .warning)
    case .S108: ("missing-route", .error)
    case .S109: ("missing-supplier", .warning)
    case .S110: ("group-of-one", .warning)
    case .S111: ("unknown-group", .warning)
    }
  }

  /// Whether it is about plans together, or about a plan's trust, and so never about a line.
  public var isOnPortfolio: Bool { rawValue.hasPrefix("G") }

  /// The name of the code, which is as stable as the code.
  public var name: String { entry.name }

  /// The severity of its findings.
  public var severity: Severity { entry.severity }

  /// Orders smaller before larger.
  public static func < (left: FindingCode, right: FindingCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
