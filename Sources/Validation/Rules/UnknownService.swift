import Procurement

/// A line is for a service that the programme does not list.
struct UnknownService: LineRule {
  let code = FindingCode.C104
  let field: LineField? = .service
  let summary = """
    A line is for a service that the programme does not list.
    """
  let reason = """
    Without its service a line has no category, so nobody can say who may supply it or \
    who pays; it is counted as paid by the trust.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.maternty
          need: retain
          spine_connected: true
      """,
    mended: """
      lines:
        - id: L1
          service: core.maternity
          need: retain
          spine_connected: true
      """)

  func stands(on facts: LineFacts) -> Bool {
    !facts.isKnown
  }

  func message(_ scene: Scene) -> String {
    let nearest = nearest(scene).map { "did you mean \($0.quoted)?" } ?? "see `calloff catalogue`"
    return "the programme has no service \(scene.line.service.quoted); \(nearest)"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    nearest(scene).map { [scene.fix("make it a line for \($0.quoted)", .service($0))] } ?? []
  }

  private func nearest(_ scene: Scene) -> String? {
    Procurement.nearest(to: scene.line.service, among: scene.programme.services.lazy.map(\.id))
  }
}
