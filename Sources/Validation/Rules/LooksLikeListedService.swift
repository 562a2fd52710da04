import Procurement

struct LooksLikeListedService: LineRule {
  let code = FindingCode.C101
  let asksFor = FactGroup.siblings
  let field: LineField? = .description
  let summary = "The description of a future service resembles a listed service."
  let reason = """
    Future services are those in neither list. If a service is listed under another name, \
    the terms of its category hold: the LSP has the exclusive right to supply a core one.
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
    fixed: """
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
    "\((context.line.description ?? "").quoted) resembles \(resembled(context).quoted), "
      + "which the programme lists; choose that service, or say what is different"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    let id = resembled(context)
    return [context.fix("change the service to \(id.quoted)", .service(id))]
  }

  private func resembled(_ context: FindingContext) -> String {
    context.facts.resembled.map { context.programme.services[$0].id } ?? ""
  }
}
