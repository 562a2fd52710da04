import Procurement

struct UnknownFund: LineRule {
  let code = FindingCode.F105
  let asksFor = FactGroup.money
  let field: LineField? = .funds
  let summary = "A line names a fund that the plan does not declare."
  let reason = """
    A fund that is not declared has no money to draw on; the line is counted as if it \
    were not named.
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
    mended: """
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
    return "the plan declares no fund \(names); declare it under `funds`, or take it off the line"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let gone = unknown(context)
    let names = gone.quoted
    let known = context.line.funds.filter { [gone = Set(gone)] in !gone.contains($0) }
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
