public import Procurement
public import Validation

/// A portfolio as it was read and judged.
public struct LoadedPortfolio: Sendable {
  /// The plans with all that the rules say of them.
  public var assessment: PortfolioAssessment
  /// Where each plan comes from.
  public var origins: [PlanOrigin]
  /// How many plans were left out, since their trust has a later one.
  public var earlier = 0
  /// The register of trusts; nil if there is none.
  public var register: TrustRegister?
  /// What was left out, and why, in words.
  public var leftOut: [String]
  /// The plans, by their places, of which the store has edits that their documents or tables lack.
  public var unwritten: Set<Int> = []
  /// What else there is to say of what was read, in words.
  public var remarks: [String] = []

  /// A portfolio; nil where its money is more than can be counted.
  public init?(
    _ portfolio: consuming Portfolio, origins: [PlanOrigin], leftOut: [String] = [],
    against index: ProgrammeIndex
  ) {
    guard let assessment = PortfolioAssessment(portfolio, against: index) else { return nil }
    self.assessment = assessment
    self.origins = origins
    self.leftOut = leftOut
  }
}
