import Procurement

struct ExclusiveSupplyBreach: LineRule {
  let code = FindingCode.S101
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "A new core system is to come from a supplier other than the cluster's LSP."
  let reason = """
    Where a new system must be installed, the LSP of the trust's region (cluster) has the \
    exclusive right to supply core services, whatever the route. The trust itself would \
    have to pay for such a line.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.order-communications
          route: open
          supplier: Acme Health
          cost: {capital: {2004-05: 9000}}
          funds: [capital]
      """,
    fixed: """
      lines:
        - id: L1
          service: core.order-communications
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 9000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.breachesExclusiveSupply
  }

  func message(_ context: FindingContext) -> String {
    "only \(context.lsp.quoted) may supply a new system for \(context.line.service.quoted) in "
      + "\(context.trust.cluster.quoted), not \(context.supplier.quoted)\(context.likelyProvider); "
      + "route the line through the programme, "
      + "or retain the existing system"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [
      context.throughProgramme,
      context.fix("retain the existing system", .need(.retain)),
    ]
  }
}
