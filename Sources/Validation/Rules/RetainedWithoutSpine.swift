import Procurement

struct RetainedWithoutSpine: LineRule {
  let code = FindingCode.S107
  let asksFor = FactGroup.terms
  let field: LineField? = .spineConnected
  let summary = "A retained core system is not marked as being on the Spine."
  let reason = """
    Core systems are those that need to connect to the patient records in the national \
    database, the Spine. A system that stays must do so too.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: core.maternity
          need: retain
          supplier: In-house
      """,
    fixed: """
      lines:
        - id: L1
          service: core.maternity
          need: retain
          supplier: In-house
          spine_connected: true
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.conditions.contains(.spineConnected) && !facts.isSpineConnected
  }

  func message(_ context: FindingContext) -> String {
    "a core system that stays must connect to the Spine; "
      + "set `spine_connected` once it is connected, or plan a new system"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    [context.leading(to: .spineConnected, "say whether it is connected to the Spine")]
  }
}
