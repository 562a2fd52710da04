import Procurement

/// The terms on which a kind of line is supplied, as rules need them, and without references.
struct LineTerms: Sendable {
  let supply: Supply
  let payer: Payer
  let isOffered: Bool
  let heedsRoute: Bool
  let conditions: Conditions
  /// Whether the programme would pay for the service and option on some terms (F103).
  let canBeProgrammeFunded: Bool

  init(_ terms: Terms, canBeProgrammeFunded: Bool = false) {
    self.canBeProgrammeFunded = canBeProgrammeFunded
    supply = terms.supply
    payer = terms.payer
    isOffered = terms.isOffered
    heedsRoute = terms.heedsRoute
    conditions = Conditions(terms.conditions)
  }
}
