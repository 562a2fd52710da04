/// The stable codes of everything that the validation can say, in order.
public enum FindingCode: String, CaseIterable, Sendable, Comparable {
  case C101, C102, C103, C104, C105
  case F101, F102, F103, F104, F105, F106
  case P101, P102, P103, P104, P105, P106
  case S101, S102, S103, S104, S105, S106, S107, S108, S109

  /// The code in words, as stable as the code.
  public var name: String {
    switch self {
    case .C101: "looks-like-listed-service"
    case .C102: "duplicate-service"
    case .C103: "core-not-planned"
    case .C104: "unknown-service"
    case .C105: "missing-description"
    case .F101: "unfunded-spend"
    case .F102: "programme-line-charged"
    case .F103: "not-programme-funded"
    case .F104: "fund-kind-mismatch"
    case .F105: "unknown-fund"
    case .F106: "no-cost"
    case .P101: "pacs-interoperability-missing"
    case .P102: "pacs-justification-missing"
    case .P103: "pacs-basic-declined"
    case .P104: "pacs-options-conflict"
    case .P105: "pacs-option-missing"
    case .P106: "pacs-features-alone"
    case .S101: "exclusive-supply-breach"
    case .S102: "route-not-offered"
    case .S103: "calloff-without-group"
    case .S104: "not-a-group-member"
    case .S105: "facility-mismatch"
    case .S106: "lsp-outside-calloff"
    case .S107: "retained-without-spine"
    case .S108: "missing-route"
    case .S109: "missing-supplier"
    }
  }

  /// How much a finding of this code matters.
  public var severity: Severity {
    switch self {
    case .C103, .F103, .P103: .note
    case .C101, .C102, .F102, .F104, .F106, .P106, .S106, .S107, .S109: .warning
    case .C104, .C105, .F101, .F105, .P101, .P102, .P104, .P105: .error
    case .S101, .S102, .S103, .S104, .S105, .S108: .error
    }
  }

  /// Orders smaller before larger.
  public static func < (left: FindingCode, right: FindingCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
