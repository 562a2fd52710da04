import Procurement
import Validation

extension Alternative {
  /// What it costs, in words.
  var priceWords: String { cost.total == .zero ? "price unknown" : cost.total.grouped }
}

/// What a line would be, side by side: who may supply it, who pays, what is unfunded, and
/// what is wrong.
struct LineOutcome: Hashable, Sendable {
  /// The supply verdict in a word.
  let supply: String
  /// Who pays.
  let payer: Payer
  /// What it costs; nothing where that is unknown.
  let cost: Money
  /// What the programme pays of that.
  let programme: Money
  /// What the trust pays of that.
  let trust: Money
  /// What no fund covers.
  let unfunded: Money
  /// The errors and warnings that would remain, worst first.
  let codes: [FindingCode]

  init(_ verdict: LineVerdict) {
    supply = verdict.supply?.rawValue ?? "no verdict"
    payer = verdict.payer
    cost = verdict.cost
    programme = verdict.programmeFunded
    trust = verdict.trustPayable
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

  /// Whether the price is known.
  var isPriced: Bool { cost != .zero }

  /// What it would cost whom, in few words.
  var costWords: String {
    guard isPriced else {
      return [supply, "price unknown, \(payer.rawValue) pays", findings].joined(separator: " · ")
    }
    let parts = [("programme", programme), ("trust", trust), ("unfunded", unfunded)]
    let amounts = parts.filter { $0.1 != .zero }.map { "\($0.0) \($0.1.grouped)" }
    return [supply, amounts.joined(separator: ", "), findings].joined(separator: " · ")
  }
}
