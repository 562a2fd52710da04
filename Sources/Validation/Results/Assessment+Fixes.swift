public import Procurement

extension Assessment {
  /// The ways to fix a finding, likeliest first; each removes it, leads to the field where the user
  /// can, or, where money is missing, makes it less.
  public mutating func fixes(for finding: Finding) -> [Fix] {
    fixes(for: finding, of: nil)
  }

  /// The edits that fix all findings of a code by one kind of fix, so far as it fixes them, with the
  /// number of lines that they fix; waived findings stay.
  ///
  /// The findings are fixed one after the other, since a fix may help later lines too.
  public mutating func edits(fixingAll code: FindingCode, by kind: String) -> (
    edits: [Edit], lines: Int
  ) {
    let lines = plan.lines.indices.filter { verdict(at: $0).unwaived.contains(code) }
      .map { (place: $0, id: plan.lines[$0].id) }
    var edits: [Edit] = []
    var fixed = 0
    for (place, id) in lines {
      guard let now = plan.index(ofLine: id, near: place),
        let finding = unworded(code, at: now), let fix = fixes(for: finding, of: kind).first
      else { continue }
      let before = unwaivedCount(of: code)
      guard apply(fix.edits, near: now) else { continue }
      // Two lines may want the opposite of a group that they share.
      if code != .F101, unwaivedCount(of: code) >= before {
        takeBack(fix.edits, near: now)
      } else {
        edits += fix.edits
        fixed += 1
      }
    }
    takeBack(edits)
    return (edits, fixed)
  }

  /// How many lines have a finding of a code that is not waived.
  public func unwaivedCount(of code: FindingCode) -> Int {
    lineFindings.indices.count { verdict(at: $0).unwaived.contains(code) }
  }

  /// A finding on the line at a place without its message, which may take longer than its fix.
  private func unworded(_ code: FindingCode, at place: Int) -> Finding? {
    guard verdict(at: place).unwaived.contains(code) else { return nil }
    return Finding(
      code: code, index: place, line: plan.lines.read(place) { $0.id }, field: nil, message: "",
      amount: Rulebook.lineRule(code)?.amount(facts(at: place)), cites: [], waiver: nil)
  }

  private mutating func fixes(for finding: Finding, of kind: String?) -> [Fix] {
    candidates(finding, of: kind).filter { fix in
      kind.map { fix.kind == $0 && fix.field == nil } ?? true
        && (fix.field != nil || isFixed(finding, by: fix))
    }
  }

  private func candidates(_ finding: Finding, of kind: String?) -> [Fix] {
    guard let line = finding.line else {
      return Rulebook.planRules.first { $0.code == finding.code }?.fixes(self) ?? []
    }
    // The finding may be from an earlier state: its line may have moved, or have been removed.
    guard let place = plan.index(ofLine: line, near: finding.index ?? 0),
      verdict(at: place).findings.contains(finding.code)
    else { return [] }
    let rule = Rulebook.lineRule(finding.code)
    return rule?.fixes(FindingContext(assessment: self, place: place, wantedKind: kind)) ?? []
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
        // Another order may help another line in this one's place.
        let isLess = fix.kind == Fix.rearranging || verdict.unfunded < amount
        return isLess && trial.totals.all.unfunded < unfunded
      }
      return !verdict.findings.contains(finding.code)
    } ?? false
  }
}
