import Procurement
import Text
import Validation

extension ExplanationPane {
  /// Two plans compared: totals by year with the change, the lines that gain or lose funding, and
  /// the findings that came and went. Nil where the plans are the same.
  init?(_ comparison: PlanComparison, of before: String, with after: String) {
    guard !comparison.isEmpty else { return nil }
    let table = ComparisonTable(comparison)
    self.init(
      title: "\(before) → \(after)",
      table: table.totals + table.funding + table.changes + table.findings)
  }
}

/// The rows in which a comparison of two plans is shown.
private struct ComparisonTable {
  let comparison: PlanComparison

  init(_ comparison: PlanComparison) {
    self.comparison = comparison
  }

  /// The sums of the plan and of each year; of a year only those that differ.
  var totals: [String] {
    let counts = Severity.allCases.reversed().map { severity in
      let (then, now) = (comparison.before.count(severity), comparison.after.count(severity))
      return "\(severity.rawValue)s \(then)" + (then == now ? "" : " → \(now)")
    }
    return rows(of: comparison.totals + comparison.changesByYear) + [counts.joined(separator: ", ")]
  }

  private func rows(of amounts: [AmountChange]) -> [String] {
    let texts = amounts.map { amount in
      let sign = amount.change > .zero ? "+" : ""
      return [amount.before.grouped, amount.after.grouped, sign + amount.change.grouped]
    }
    let widths = (0..<3).map { column in texts.map { $0[column].count }.max() ?? 0 }
    return zip(amounts, texts).map { amount, texts in
      let cells = zip(texts, widths).map { $0.leftPadded(to: $1) }
      let year = amount.year?.description ?? (amount.part == .cost ? "all" : "")
      return year.padded(to: 8) + amount.part.rawValue.padded(to: 10) + cells[0] + " → " + cells[1]
        + (amount.before == amount.after ? "" : "  \(cells[2])")
    }
  }

  /// The lines that gain or lose funding.
  var funding: [String] {
    let losses = comparison.funding.filter(\.isLoss)
    let gains = comparison.funding.filter { !$0.isLoss }
    return list("lines that lose funding", losses) + list("lines that gain funding", gains)
  }

  private func list(_ title: String, _ changes: [FundingChange]) -> [String] {
    guard !changes.isEmpty else { return [] }
    return ["", title]
      + changes.map { change in
        "  \(name(of: change.line)): unfunded \(change.before.grouped) → \(change.after.grouped)"
      }
  }

  private func name(of id: String) -> String {
    let plan = comparison.after.plan
    guard let place = plan.index(ofLine: id) else { return id }
    return "\(id) \(comparison.after.name(of: plan.lines[place]))"
  }

  /// The lines and funds that differ, each with what becomes of it.
  var changes: [String] {
    let lines = comparison.lines.map { $0.words(\.id) }
    let funds = comparison.funds.map { "fund " + $0.words(\.id) }
    let groups = comparison.groups.map { "group " + $0.words(\.id) }
    let all = lines + funds + groups
    return all.isEmpty ? [] : ["", "changes", "  " + all.joined(separator: "; ")]
  }

  /// The findings that came and went.
  var findings: [String] {
    list("findings that came", "+", comparison.came, in: comparison.after)
      + list("findings that went", "-", comparison.went, in: comparison.before)
  }

  private func list(
    _ title: String, _ sign: String, _ findings: [Finding], in assessment: Assessment
  ) -> [String] {
    guard !findings.isEmpty else { return [] }
    return ["", title]
      + findings.map { finding in
        let subject = finding.line.map { " \($0)" } ?? ""
        let code = "\(sign) \(finding.severity.sign) \(finding.code.rawValue)"
        return "  \(code)\(subject): \(assessment.names.sentence(finding.message))"
      }
  }
}

extension Difference {
  /// What becomes of the element: `L3 added`.
  fileprivate func words(_ id: (Element) -> String) -> String {
    switch self {
    case .added(let element): "\(id(element)) added"
    case .removed(let element): "\(id(element)) removed"
    case .changed(from: let old, to: let new, move: let move):
      id(new) + (old == new ? (move == nil ? "" : " moved") : " changed")
    }
  }
}

extension String {
  /// The text with blanks behind it up to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with blanks before it up to a width.
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
