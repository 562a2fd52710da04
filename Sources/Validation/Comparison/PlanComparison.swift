public import Procurement

/// The differences between two plans that are judged against the same programme.
///
/// Lines, funds and groups are matched by their ids. Findings are the same if code and line are the
/// same and both or neither are waived; the place of the line and the amounts in the message do not
/// matter. Messages are made only for what differs, so it takes about one pass through both plans.
public struct PlanComparison: Sendable {
  /// The earlier plan.
  public let before: Assessment
  /// The later plan.
  public let after: Assessment
  /// The funds that differ.
  public let funds: [Difference<Fund>]
  /// The groups that differ.
  public let groups: [Difference<BuyingGroup>]
  /// The lines that differ.
  public let lines: [Difference<PlanLine>]
  /// The lines of both plans that have gained or lost funding, in the later plan's order.
  public let funding: [FundingChange]
  /// Findings on the later plan only, by line and code, those on the whole plan last.
  public let came: [Finding]
  /// Findings on the earlier plan only, in the same order.
  public let went: [Finding]

  /// Compares two plans.
  public init(of before: Assessment, with after: Assessment) {
    let (old, new) = (before.plan, after.plan)
    self.before = before
    self.after = after
    funds = Difference.all(
      from: old.funds, to: new.funds,
      by: ListAlignment(from: old.funds.map(\.id), to: new.funds.map(\.id)))
    groups = Difference.all(
      from: old.groups, to: new.groups,
      by: ListAlignment(from: old.groups.map(\.id), to: new.groups.map(\.id)))
    let alignment = ListAlignment(from: old.lines.map(\.id), to: new.lines.map(\.id))
    lines = Difference.all(from: old.lines, to: new.lines, by: alignment)
    var partners: [Int?] = Array(repeating: nil, count: old.lines.count)
    for case (let place, let origin?) in alignment.origins.enumerated() {
      partners[origin] = place
    }
    funding = alignment.origins.enumerated().compactMap { place, origin in
      guard let origin else { return nil }
      let (then, now) = (before.verdict(at: origin).unfunded, after.verdict(at: place).unfunded)
      guard then != now else { return nil }
      return FundingChange(line: new.lines.read(place) { $0.id }, before: then, after: now)
    }
    came = after.findings(beyond: before, partners: alignment.origins)
    went = before.findings(beyond: after, partners: partners)
  }

  /// Whether the plans are the same.
  public var isEmpty: Bool {
    before.plan.header == after.plan.header && funds.isEmpty && groups.isEmpty && lines.isEmpty
  }
}

extension Assessment {
  /// The findings that another assessment does not have; `partners` are the places of lines there.
  fileprivate func findings(beyond other: Assessment, partners: [Int?]) -> [Finding] {
    var words = FindingWriter(self)
    let onLines = partners.enumerated().flatMap { place, partner in
      let here = verdict(at: place)
      let there = partner.map(other.verdict(at:))
      var codes = here.unwaived.subtracting(there?.unwaived ?? FindingSet())
      codes.formUnion(here.waived.subtracting(there?.waived ?? FindingSet()))
      return words.findings(codes, at: place)
    }
    let others = other.planFindings
    let onPlan = planFindings.filter { finding in
      let isWaived = finding.waiver != nil
      return !others.contains { $0.code == finding.code && ($0.waiver != nil) == isWaived }
    }
    return onLines + onPlan
  }
}
