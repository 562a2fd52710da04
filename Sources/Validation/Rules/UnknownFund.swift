import Procurement

/// A line names a fund that the plan does not declare.
struct UnknownFund: LineRule {
  let code = FindingCode.F105
  let field: LineField? = .funds
  let summary = """
    A line names a fund that the plan does not declare.
    """
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

  func stands(on facts: LineFacts) -> Bool {
    facts.namesUnknownFund
  }

  func message(_ scene: Scene) -> String {
    let names = unknown(scene).quoted
    return "the plan declares no fund \(names); declare it under `funds`, or take it off the line"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    let gone = unknown(scene)
    let names = gone.quoted
    let known = scene.line.funds.filter { [gone = Set(gone)] in !gone.contains($0) }
    return [scene.fix("take \(names) off the line", .funds(known))]
  }

  private func unknown(_ scene: Scene) -> [String] {
    let facts = scene.assessment.planFacts
    var seen: Set<String> = []
    return scene.line.funds.filter { id in
      facts.place(ofFund: id) == nil && seen.insert(id).inserted
    }
  }
}
