import Documents
import Procurement
import Testing

@Suite struct BuiltInDecisionTests {
  /// The contract's table: category, option, needs and routes, then the terms in words.
  static let table = """
    core        plain     retain      none      : not-engaged trust any-route spine-connected
    core        plain     retain      programme : not-engaged trust any-route spine-connected
    core        plain     retain      calloff   : not-engaged trust any-route spine-connected
    core        plain     retain      open      : not-engaged trust any-route spine-connected
    core        plain     new         none      : exclusive trust
    core        plain     new         programme : exclusive programme
    core        plain     new         calloff   : exclusive trust not-offered
    core        plain     new         open      : exclusive trust not-offered
    additional  plain     new,retain  none      : non-exclusive trust
    additional  plain     new,retain  programme : non-exclusive trust not-offered
    additional  plain     new,retain  calloff   : non-exclusive trust group
    additional  plain     new,retain  open      : non-exclusive trust third-party
    additional  missing   new,retain  none      : non-exclusive trust
    additional  missing   new,retain  programme : non-exclusive trust
    additional  missing   new,retain  calloff   : non-exclusive trust group
    additional  missing   new,retain  open      : non-exclusive trust
    additional  basic     new,retain  none      : non-exclusive trust
    additional  basic     new,retain  programme : non-exclusive programme
    additional  basic     new,retain  calloff   : non-exclusive trust not-offered
    additional  basic     new,retain  open      : non-exclusive trust not-offered
    additional  features  new,retain  none      : non-exclusive trust
    additional  features  new,retain  programme : non-exclusive trust
    additional  features  new,retain  calloff   : non-exclusive trust group
    additional  features  new,retain  open      : non-exclusive trust
    additional  entire    new,retain  none      : non-exclusive trust
    additional  entire    new,retain  programme : non-exclusive trust not-offered
    additional  entire    new,retain  calloff   : non-exclusive trust group
    additional  entire    new,retain  open      : non-exclusive trust interoperable justified \
    third-party
    future      plain     new,retain  none      : non-exclusive trust
    future      plain     new,retain  programme : non-exclusive trust not-offered
    future      plain     new,retain  calloff   : non-exclusive trust group
    future      plain     new,retain  open      : non-exclusive trust third-party
    """.split(separator: "\n").map(String.init)

  @Test(arguments: table)
  func `the table agrees with the contract`(row: String) throws {
    let halves = row.split(separator: ":")
    let kind = halves[0].split(separator: " ").map(String.init)
    let expected = halves[1].split(separator: " ").joined(separator: " ")
    let programme = try Programme.builtIn()
    let option = try #require(Decision.OptionCase.all.first { words(for: $0) == kind[1] })
    for word in kind[2].split(separator: ",") {
      let need = try #require(Need(rawValue: String(word)))
      let terms = try programme.terms(kind[0], option, need, Route(rawValue: kind[3]))
      #expect(words(for: terms) == expected)
    }
  }

  @Test func `every kind of line has terms`() throws {
    let programme = try Programme.builtIn()
    for category in ["core", "additional", "future"] {
      for need in Need.allCases {
        for route in [nil] + Route.allCases.map(Optional.some) {
          for option in Decision.OptionCase.all
          where option == .plain || category == "additional" {
            _ = try programme.terms(category, option, need, route)
          }
        }
      }
    }
  }
}

private func words(for option: Decision.OptionCase) -> String {
  switch option {
  case .plain: "plain"
  case .missing: "missing"
  case .option(let option): option.rawValue
  }
}

private func words(for terms: Terms) -> String {
  var words = [terms.supply.rawValue, terms.payer.rawValue]
  if !terms.isOffered { words.append("not-offered") }
  if !terms.heedsRoute { words.append("any-route") }
  return (words + terms.conditions.map(\.rawValue).sorted()).joined(separator: " ")
}
