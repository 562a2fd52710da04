public import Procurement

/// What two plans, judged against the same programme, differ in.
///
/// Lines, funds and groups are told by their ids. A finding is the same where code and line are the
/// same and it is waived in both plans or in neither, wherever its line stands and whatever amounts
/// its words name. Only what differs is put into words, so it costs about as much as going through
/// both plans once.
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
  /// What stands against the later plan alone: by line, those on the whole plan last, then by code.
  public let came: [Finding]
  /// What stands against the earlier plan alone, in its order.
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
    came = after.findings(beyond: before, partners: alignment.origins)
    went = before.findings(beyond: after, partners: partners)
  }

  /// Whether the plans are the same.
  public var isEmpty: Bool {
    before.plan.header == after.plan.header && funds.isEmpty && groups.isEmpty && lines.isEmpty
  }
}

extension Assessment {
  /// The findings that another assessment does not have; `partners` says where it has each line.
  fileprivate func findings(beyond other: Assessment, partners: [Int?]) -> [Finding] {
    var words = FindingWords(self)
    let onLines = partners.enumerated().flatMap { place, partner in
      let here = verdict(at: place)
      let there = partner.map(other.verdict(at:))
      var codes = here.unwaived.subtracting(there?.unwaived ?? FindingSet())
      codes.formUnion(here.waived.subtracting(there?.waived ?? FindingSet()))
      return words.findings(codes, at: place)
    }
    let others = Set(other.planFindings.map(\.code))
    return onLines + planFindings.filter { !others.contains($0.code) }
  }
}
