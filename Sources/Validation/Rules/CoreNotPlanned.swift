import Procurement

struct CoreNotPlanned: PlanRule {
  let code = FindingCode.C103
  let summary = "The plan has no line for some core services."
  let reason = """
    Core bundles are the first of a trust's systems to connect to the Spine. A plan should leave \
    one out only on purpose: a system that stays is a line too, with need `retain`.
    """
  let example = Example(
    breaking: """
      lines:
        - {id: L1, service: core.surgery, route: programme, supplier: bt}
      """,
    fixed: """
      lines:
        - {id: L1, service: core.patient-records, route: programme, supplier: bt}
        - {id: L2, service: core.assessments-pathways, route: programme, supplier: bt}
        - {id: L3, service: core.care-delivery, route: programme, supplier: bt}
        - {id: L4, service: core.scheduling, route: programme, supplier: bt}
        - {id: L5, service: core.e-booking, route: programme, supplier: bt}
        - {id: L6, service: core.order-communications, route: programme, supplier: bt}
        - {id: L7, service: core.e-prescribing, route: programme, supplier: bt}
        - {id: L8, service: core.knowledge, route: programme, supplier: bt}
        - {id: L9, service: core.maternity, route: programme, supplier: bt}
        - {id: L10, service: core.emergency, route: programme, supplier: bt}
        - {id: L11, service: core.surgery, route: programme, supplier: bt}
        - {id: L12, service: core.primary-care, route: programme, supplier: bt}
        - {id: L13, service: core.ambulance, route: programme, supplier: bt}
        - {id: L14, service: core.support-services, route: programme, supplier: bt}
        - {id: L15, service: core.prevention-existing, route: programme, supplier: bt}
        - {id: L16, service: core.clinical-support, route: programme, supplier: bt}
        - {id: L17, service: core.connectivity, route: programme, supplier: bt}
        - {id: L18, service: core.secondary-uses, route: programme, supplier: bt}
        - {id: L19, service: core.gp-alternatives, route: programme, supplier: bt}
      """)

  func message(_ assessment: Assessment) -> String? {
    let missing = missing(assessment)
    guard !missing.isEmpty else { return nil }
    let names = missing.quoted
    let count = missing.count == 1 ? "1 core service is" : "\(missing.count) core services are"
    return "\(count) not planned: \(names); add a line for each, new or retained"
  }

  func fixes(_ assessment: Assessment) -> [Fix] {
    let plan = assessment.plan
    let lsp = assessment.index.programme.cluster(plan.header.trust.cluster)?.lsp
    let services = missing(assessment)
    let ids = plan.unusedLineIDs(services.count)
    let edits = zip(services, ids).enumerated().map { number, new in
      var line = PlanLine(id: new.1, service: new.0)
      line.route = .programme
      line.supplier = lsp
      return Edit.insert(line, at: plan.lines.count + number)
    }
    return [Fix(title: "add a line for each, through the programme", edits: edits)]
  }

  private func missing(_ assessment: Assessment) -> [String] {
    let index = assessment.index
    let kind = assessment.plan.header.trust.kind
    return index.unplannedServices(of: kind) { assessment.register.count(service: $0) > 0 }
      .map { index.programme.services[$0].id }
  }
}
