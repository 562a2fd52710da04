import Procurement

struct LooksLikeListedService: LineRule {
  let code = FindingCode.C101
  let asksFor = FactGroup.siblings
  let field: LineField? = .description
  let summary = "The description of a future service resembles a listed service."
  let reason = """
    Future services are those in neither list. If a service is listed under another name, \
    the terms of its category hold: the LSP has the exclusive right to supply a core one. \
    The programme file has the names and abbreviations by which a description is \
    recognised, and the words for objects and building works, which are not systems. Where \
    two services share a name, such as electronic booking, the finding names both.
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
    let services = context.resembledServices.map(\.quoted)
    let described = "\((context.line.description ?? "").quoted) resembles "
    return services.count > 1
      ? described + services.joined(separator: " and ")
        + ", which the programme lists; choose one of them, or say what is different"
      : described + (services.first ?? "")
        + ", which the programme lists; choose that service, or say what is different"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    context.resembledServices.map { id in
      context.fix("change the service to \(id.quoted)", .service(id))
    }
  }
}

extension FindingContext {
  /// The ids of the services that the line's description resembles, the likelier first.
  fileprivate var resembledServices: [String] {
    facts.resembled?.all.map { programme.services[$0].id } ?? []
  }
}
