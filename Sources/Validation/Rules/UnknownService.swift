import Procurement

struct UnknownService: LineRule {
  let code = FindingCode.C104
  let asksFor = FactGroup.terms
  let field: LineField? = .service
  let summary = "A line is for a service that the programme does not list."
  let reason = """
    Without a known service a line does not have a category, so nothing says who may supply \
    it or who pays. It is counted as paid by the trust.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.maternty
          need: retain
          spine_connected: true
      """,
    fixed: """
      lines:
        - id: L1
          service: core.maternity
          need: retain
          spine_connected: true
      """)

  func applies(to facts: LineFacts) -> Bool {
    !facts.isKnown
  }

  func message(_ context: FindingContext) -> String {
    let nearest = nearest(context).map { "did you mean \($0.quoted)?" } ?? "see `calloff catalogue`"
    return "the programme has no service \(context.line.service.quoted); \(nearest)"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    nearest(context).map { [context.fix("change the service to \($0.quoted)", .service($0))] } ?? []
  }

  private func nearest(_ context: FindingContext) -> String? {
    Procurement.nearest(to: context.line.service, among: context.programme.services.lazy.map(\.id))
  }
}
