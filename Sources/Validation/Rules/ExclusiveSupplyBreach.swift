import Procurement

struct ExclusiveSupplyBreach: LineRule {
  let code = FindingCode.S101
  let asksFor = FactGroup.terms
  let field: LineField? = .supplier
  let summary = "Somebody other than the cluster's LSP is to supply a new core system."
  let reason = """
    Where a new system must be installed, the LSP of the trust's cluster has the \
    exclusive right to supply core services, by whatever route. The trust would pay for \
    such a line itself.
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
    mended: """
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
