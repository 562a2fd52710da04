import Procurement

struct PACSOptionMissing: LineRule {
  let code = FindingCode.P105
  let asksFor = FactGroup.terms
  let field: LineField? = .pacs
  let summary = "A PACS line has no option, or a line for another service has one."
  let reason = """
    A basic PACS, features and an entire PACS are on different terms, so a line must say \
    which it buys. On any other service the option has no effect.
    """
  let example = Example(
    breaking: """
      lines:
        - id: L1
          service: additional.pacs
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 90000}}
      """,
    fixed: """
      lines:
        - id: L1
          service: additional.pacs
          pacs: basic
          route: programme
          supplier: bt
          cost: {capital: {2004-05: 90000}}
      """)

  func applies(to facts: LineFacts) -> Bool {
    facts.hasPACSOptions
      ? facts.need == .new && facts.pacs == nil : facts.isKnown && facts.pacs != nil
  }

  func message(_ context: FindingContext) -> String {
    if context.facts.hasPACSOptions {
      return "\(context.line.service.quoted) needs a `pacs` option; "
        + "choose `basic`, `features` or `entire`"
    }
    let option = context.line.pacs?.rawValue ?? ""
    return "`pacs: \(option)` has no effect on \(context.line.service.quoted); remove it"
  }

  func fixes(_ context: FindingContext) -> [Fix] {
    guard context.facts.hasPACSOptions else {
      return [context.fix("remove the option", .pacs(nil))]
    }
    return context.programme.pacsOptions.map { terms in
      context.fix("choose `\(terms.option.rawValue)`: \(terms.meaning)", .pacs(terms.option))
    }
  }
}
