import Procurement
import Validation

/// What a line would be, side by side: who may supply it, who pays, what is unfunded, and
/// what is wrong.
struct LineOutcome: Hashable, Sendable {
  /// The supply verdict in a word.
  let supply: String
  /// Who pays.
  let payer: Payer
  /// What no fund covers.
  let unfunded: Money
  /// The errors and warnings that would remain, worst first.
  let codes: [FindingCode]

  init(_ verdict: LineVerdict) {
    supply = verdict.supply?.rawValue ?? "no verdict"
    payer = verdict.payer
    unfunded = verdict.unfunded
    let present = verdict.unwaived.codes
    codes = [Severity.error, .warning].flatMap { severity in
      present.filter { $0.severity == severity }
    }
  }

  /// The codes in one text.
  var findings: String {
    codes.isEmpty ? "no errors" : codes.map(\.rawValue).joined(separator: " ")
  }

  /// All of it in few words.
  var words: String {
    let unfunded = unfunded == .zero ? "" : ", \(self.unfunded.grouped) unfunded"
    return [supply, "\(payer.rawValue) pays\(unfunded)", findings].joined(separator: " · ")
  }
}
