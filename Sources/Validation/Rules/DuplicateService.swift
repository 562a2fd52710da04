import Procurement

struct DuplicateService: LineRule {
  let code = FindingCode.C102
  let asksFor = FactGroup.siblings
  let field: LineField? = .service
  let summary = "Two lines are for the same listed service."
  let reason = """
    A service bought twice is usually one line entered twice. For PACS only lines with the \
    same option count as the same, and features may be bought several times.
    """
  let example = Example(
    breaking: """
      lines:
        - {id: L1, service: core.maternity, need: retain, spine_connected: true}
        - {id: L2, service: core.maternity, need: retain, spine_connected: true}
      """,
    fixed: """
      lines:
        - {id: L1, service: core.maternity, need: retain, spine_connected: true}
        - {id: L2, service: core.surgery, need: retain, spine_connected: true}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.siblings.contains(.repeatsEarlierLine)
  }

  func message(_ context: FindingContext) -> String {
    "\(context.line.service.quoted) is already on line \(context.firstLineID.quoted); "
      + "remove one of the two lines, or merge their costs"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [Fix(title: "remove the duplicate", edits: [.remove(context.line, at: context.place)])]
  }
}
