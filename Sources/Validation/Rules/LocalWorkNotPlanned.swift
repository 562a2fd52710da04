import Procurement

struct LocalWorkNotPlanned: PlanRule {
  let code = FindingCode.C106
  let summary = "The programme pays for core services, and the plan has no line for local work."
  let reason = """
    The programme pays for core systems. Business change, project management, change management, \
    benefits and training are additional services, which the trust pays for itself.
    """
  let example = Example(
    breaking: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
      """,
    fixed: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
        - id: L2
          service: additional.training
          route: open
          supplier: Acme Training
          cost: {revenue: {2004-05: 5000}}
          funds: [running]
      """)

  func message(_ assessment: Assessment) -> String? {
    let index = assessment.index
    guard assessment.totals.exclusiveProgrammeLines > 0, !index.localWork.isEmpty,
      !index.localWork.contains(where: { assessment.lineCount(ofService: $0) > 0 })
    else { return nil }
    let names = index.localWork.map { index.programme.services[$0].id }.quoted
    return "no line for local work, which the trust pays for itself: plan at least one of \(names)"
  }

  func fixes(_ assessment: Assessment) -> [Fix] {
    let plan = assessment.plan
    return assessment.index.localWork.map { place in
      let service = assessment.index.programme.services[place]
      let line = PlanLine(id: plan.unusedLineID, service: service.id)
      return Fix(
        title: "add a line for \(service.short)", edits: [.insert(line, at: plan.lines.count)])
    }
  }
}
