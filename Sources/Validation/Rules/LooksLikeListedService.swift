import Procurement

struct LooksLikeListedService: LineRule {
  let code = FindingCode.C101
  let asksFor = FactGroup.siblings
  let field: LineField? = .description
  let summary = "A line outside the lists describes a service that is on them."
  let reason = """
    Future services are those in neither list. A service that is listed under another \
    name is on its category's terms: a core one is the LSP's exclusive right.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: future
          description: Electronic prescribing
          route: open
          supplier: Acme Health
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """,
    mended: """
      lines:
        - id: L1
          service: core.e-prescribing
          route: programme
          supplier: bt
          cost: {revenue: {2004-05: 5000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.resembled != nil
  }

  func message(_ context: FindingContext) -> String {
    "\((context.line.description ?? "").quoted) resembles \(resembled(context).quoted), which the programme lists; "
      + "name that service, or describe what is different"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let id = resembled(context)
    return [context.fix("make it a line for \(id.quoted)", .service(id))]
  }

  private func resembled(_ context: FindingContext) -> String {
    context.facts.resembled.map { context.programme.services[$0].id } ?? ""
  }
}
