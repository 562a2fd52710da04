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

  /// The clauses behind a finding.
  public func clauses(for finding: Finding) -> [Clause] {
    let place = finding.index.flatMap { plan.lines.indices.contains($0) ? $0 : nil }
    let context = place.map { FindingContext(assessment: self, place: $0) }
    return index.clauses(for: finding.code, on: context?.kind, of: context?.line.service)
  }
}
