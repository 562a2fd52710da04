import Procurement

struct UnknownFund: LineRule {
  let code = FindingCode.F105
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "A line names a fund that the plan does not have."
  let reason = """
    A fund that is not among those of the plan has no money to draw on. The line is \
    judged as if it did not name the fund.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [training, running]
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.funds.contains(.unknown)
  }

  func message(_ context: FindingContext) -> String {
    let names = unknown(context).quoted
    return "the plan has no fund \(names); add the fund to the plan, or take it off the line"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let unknown = unknown(context)
    let names = unknown.quoted
    let known = context.line.funds.filter { [unknown = Set(unknown)] in !unknown.contains($0) }
    return [context.fix("take \(names) off the line", .funds(known))]
  }

  private func unknown(_ context: FindingContext) -> [String] {
    let facts = context.assessment.planFacts
    var seen: Set<String> = []
    return context.line.funds.filter { id in
      facts.place(ofFund: id) == nil && seen.insert(id).inserted
    }
  }
}
