import Procurement

/// A listed service stands on a second line.
struct DuplicateService: LineRule {
  let code = FindingCode.C102
  let field: LineField? = .service
  let summary = """
    A listed service stands on a second line.
    """
  let reason = """
    A service bought twice is usually one line entered twice. PACS counts by option, and \
    features may be bought several times.
    """
  let example = Example(
    breaking: """
      lines:
        - {id: L1, service: core.maternity, need: retain, spine_connected: true}
        - {id: L2, service: core.maternity, need: retain, spine_connected: true}
      """,
    mended: """
      lines:
        - {id: L1, service: core.maternity, need: retain, spine_connected: true}
        - {id: L2, service: core.surgery, need: retain, spine_connected: true}
      """)

  func stands(on facts: LineFacts) -> Bool {
    facts.company.repeatsEarlierLine
  }

  func message(_ scene: Scene) -> String {
    "\(scene.line.service.quoted) is already on line \(scene.firstLineID.quoted); "
      + "remove one, or merge their costs"
  }

  func fixes(_ scene: Scene) -> [Fix] {
    [Fix(title: "remove the duplicate", edits: [.remove(scene.line, at: scene.place)])]
  }
}
