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
  /// An amount of both plans.
  private struct Amount {
    let year: String
    let part: String
    let before: Money
    let after: Money

    /// The change with its sign.
    var change: String {
      let change = after - before
      return (change > .zero ? "+" : "") + change.grouped
    }
  }

  let comparison: PlanComparison

  init(_ comparison: PlanComparison) {
    self.comparison = comparison
  }

  /// The sums of the plan and of each year; of a year only those that differ.
  var totals: [String] {
    let (old, new) = (comparison.before.totals.all, comparison.after.totals.all)
    let sums = [
      Amount(year: "all", part: "cost", before: old.cost, after: new.cost),
      Amount(
        year: "", part: "programme", before: old.programmeFunded, after: new.programmeFunded),
      Amount(year: "", part: "trust", before: old.trustPayable, after: new.trustPayable),
      Amount(year: "", part: "unfunded", before: old.unfunded, after: new.unfunded),
    ]
    let counts = Severity.allCases.reversed().map { severity in
      let (then, now) = (comparison.before.count(severity), comparison.after.count(severity))
      return "\(severity.rawValue)s \(then)" + (then == now ? "" : " → \(now)")
    }
    return rows(of: sums + years) + [counts.joined(separator: ", ")]
  }

  private var years: [Amount] {
    let (old, new) = (comparison.before.totalsByYear(), comparison.after.totalsByYear())
    let all = Set((old + new).map(\.year)).sorted()
    return all.flatMap { year in
      let (then, now) = (old.first { $0.year == year }, new.first { $0.year == year })
      let parts: [(String, KeyPath<YearTotals, Money>)] = [
        ("cost", \.cost), ("programme", \.programme), ("trust", \.trust),
        ("unfunded", \.unfunded),
      ]
      let amounts = parts.map { part, path in
        Amount(
          year: year.description, part: part, before: then?[keyPath: path] ?? .zero,
          after: now?[keyPath: path] ?? .zero)
      }
      return amounts.filter { $0.before != $0.after }
    }
  }

  private func rows(of amounts: [Amount]) -> [String] {
    let texts = amounts.map { [$0.before.grouped, $0.after.grouped, $0.change] }
    let widths = (0..<3).map { column in texts.map { $0[column].count }.max() ?? 0 }
    return zip(amounts, texts).map { amount, texts in
      let cells = zip(texts, widths).map { $0.leftPadded(to: $1) }
      return amount.year.padded(to: 8) + amount.part.padded(to: 10) + cells[0] + " → " + cells[1]
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
