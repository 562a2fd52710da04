import Procurement

/// The plans of a portfolio, as rules see them that judge several together.
struct PortfolioFacts: Sendable {
  /// The plans, in the order of the portfolio.
  let plans: [PortfolioPlan]
  /// The strings of the plans.
  let strings: StringTables
  /// The programme that they are judged against.
  let index: ProgrammeIndex
  /// The register of trusts; nil where none is loaded.
  let register: TrustRegister?

  /// The most plans or codes that a message names; the rest are counted.
  private static let mostNamed = 6

  /// Plans by the documents that they were read from, and those of one table by their trusts.
  func named(_ places: [Int]) -> String {
    let isOneTable = Set(places.map { plans[$0].source }).count < places.count
    return listed(
      places.map { place in
        let (source, trust) = (plans[place].source, plans[place].header.trust.code)
        return isOneTable ? "\(trust.quoted) in \(source.quoted)" : source.quoted
      })
  }

  /// The first of some words, and how many more there are.
  func listed(_ words: [String]) -> String {
    let more = words.count - PortfolioFacts.mostNamed
    guard more > 1 else { return words.joined(separator: ", ") }
    return words.prefix(PortfolioFacts.mostNamed).joined(separator: ", ") + " and \(more) more"
  }
}
