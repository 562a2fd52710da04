public import Procurement

extension Assessment {
  /// The number of findings of a severity, on lines and on the plan, without waived ones.
  public func count(_ severity: Severity) -> Int {
    totals.findings(severity)
      + planFindings.count { $0.severity == severity && $0.waiver == nil }
  }

  /// The number of waived findings.
  public var waivedCount: Int { totals.waived + planFindings.count { $0.waiver != nil } }

  /// All findings, by line and code, those on the whole plan last.
  public var findings: [Finding] {
    var words = FindingWriter(self)
    return plan.lines.indices.flatMap { words.findings(verdict(at: $0).findings, at: $0) }
      + planFindings
  }

  /// The findings on the line at a place, by code.
  public func findings(at place: Int) -> [Finding] {
    verdict(at: place).findings.codes.compactMap { finding($0, at: place) }
  }

  /// The findings on no line.
  public var planFindings: [Finding] {
    Rulebook.planRules.compactMap { rule in
      rule.message(self).map { message in
        Finding(
          code: rule.code, index: nil, line: nil, field: nil, message: message, amount: nil,
          cites: index.citations(for: rule.code, on: nil),
          waiver: plan.header.waivers.first { $0.code == rule.code })
      }
    }
  }

  func finding(_ code: FindingCode, at place: Int) -> Finding? {
    finding(code, on: FindingContext(assessment: self, place: place))
  }

  func finding(_ code: FindingCode, on context: FindingContext) -> Finding? {
    Rulebook.lineRule(code).map { rule in
      Finding(
        code: code, index: context.place, line: context.line.id, field: rule.field,
        message: rule.message(context), amount: rule.amount(context.facts),
        cites: index.citations(for: code, on: context.kind, of: context.line.service),
        waiver: context.line.waivers.first { $0.code == code })
    }
  }

  /// The ways to fix a finding, likeliest first; each removes it, leads to the field where the user
  /// can, or, where money is missing, makes it less.
  public mutating func fixes(for finding: Finding) -> [Fix] {
    candidates(finding).filter { $0.field != nil || isFixed(finding, by: $0) }
  }

  private func candidates(_ finding: Finding) -> [Fix] {
    guard let line = finding.line else {
      return Rulebook.planRules.first { $0.code == finding.code }?.fixes(self) ?? []
    }
    // The finding may be from an earlier state: its line may have moved, or have been removed.
    guard let place = plan.index(ofLine: line, near: finding.index ?? 0),
      verdict(at: place).findings.contains(finding.code)
    else { return [] }
    let rule = Rulebook.lineRule(finding.code)
    return rule?.fixes(FindingContext(assessment: self, place: place)) ?? []
  }

  private mutating func isFixed(_ finding: Finding, by fix: Fix) -> Bool {
    let hint = finding.index ?? 0
    let unfunded = totals.all.unfunded
    return trying(fix.edits, near: hint) { trial in
      guard let line = finding.line else {
        return !trial.planFindings.contains { $0.code == finding.code }
      }
      guard let place = trial.plan.index(ofLine: line, near: hint) else { return true }
      let verdict = trial.verdict(at: place)
      if finding.code == .F101, let amount = finding.amount {
        return verdict.unfunded < amount && trial.totals.all.unfunded < unfunded
      }
      return !verdict.findings.contains(finding.code)
    } ?? false
  }
}

extension Assessment {
  /// The clauses behind a finding.
  public func clauses(for finding: Finding) -> [Clause] {
    let place = finding.index.flatMap { plan.lines.indices.contains($0) ? $0 : nil }
    let context = place.map { FindingContext(assessment: self, place: $0) }
    return index.clauses(for: finding.code, on: context?.kind, of: context?.line.service)
  }
}
