import Procurement

/// Somebody other than the cluster's LSP is to supply a new core system.
struct ExclusiveSupplyBreach: LineRule {
  let code = FindingCode.S101
  let field: LineField? = .supplier
  let summary = """
    Somebody other than the cluster's LSP is to supply a new core system.
    """
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

  func stands(on facts: LineFacts) -> Bool {
    facts.breachesExclusiveSupply
  }

  func message(_ scene: Scene) -> String {
    "only \(scene.lsp.quoted) may supply a new system for \(scene.line.service.quoted) in "
      + "\(scene.trust.cluster.quoted), not \(scene.supplier.quoted); route the line through the programme, "
      + "or retain the existing system"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    [
      scene.throughProgramme,
      scene.fix("retain the existing system", .need(.retain)),
    ]
  }
}
