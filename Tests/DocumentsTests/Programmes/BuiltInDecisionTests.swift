import Documents
import Procurement
import Testing

@Suite struct BuiltInDecisionTests {
  /// The contract's table: category, option, need and routes, then the terms in words.
  static let table = """
    core        plain     retain  any             : not-engaged trust any-route spine-connected
    core        plain     new     none,programme  : exclusive programme
    core        plain     new     calloff,open    : exclusive trust not-offered
    additional  plain     retain  any             : not-engaged trust any-route
    additional  plain     new     none            : non-exclusive trust
    additional  plain     new     programme       : non-exclusive trust not-offered
    additional  plain     new     calloff         : non-exclusive trust group
    additional  plain     new     open            : non-exclusive trust third-party
    additional  missing   retain  any             : not-engaged trust any-route
    additional  missing   new     none            : non-exclusive trust
    additional  missing   new     programme,open  : non-exclusive trust
    additional  missing   new     calloff         : non-exclusive trust group
    additional  basic     retain  any             : not-engaged trust any-route
    additional  basic     new     none,programme  : non-exclusive programme cluster-lsp
    additional  basic     new     calloff,open    : non-exclusive trust not-offered
    additional  features  retain  any             : not-engaged trust any-route
    additional  features  new     none            : non-exclusive trust
    additional  features  new     programme,open  : non-exclusive trust
    additional  features  new     calloff         : non-exclusive trust group
    additional  entire    retain  any             : not-engaged trust any-route
    additional  entire    new     none            : non-exclusive trust
    additional  entire    new     programme       : non-exclusive trust not-offered
    additional  entire    new     calloff         : non-exclusive trust group
    additional  entire    new     open            : non-exclusive trust interoperable justified
    future      plain     retain  any             : not-engaged trust any-route
    future      plain     new     none,open       : non-exclusive trust
    future      plain     new     programme       : non-exclusive trust not-offered
    future      plain     new     calloff         : non-exclusive trust group
    """.split(separator: "\n").map(String.init)

  @Test(arguments: table)
  func `the table agrees with the contract`(row: String) throws {
    let halves = row.split(separator: ":")
    let kind = halves[0].split(separator: " ").map(String.init)
    let expected = halves[1].split(separator: " ").joined(separator: " ")
    let programme = try Programme.builtIn()
    let option = try #require(Decision.OptionCase.all.first { words(for: $0) == kind[1] })
    let need = try #require(Need(rawValue: kind[2]))
    let routes = kind[3] == "any" ? "none,programme,calloff,open" : kind[3]
    for route in routes.split(separator: ",") {
      let terms = try programme.terms(kind[0], option, need, Route(rawValue: String(route)))
      #expect(words(for: terms) == expected, "\(route)")
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
