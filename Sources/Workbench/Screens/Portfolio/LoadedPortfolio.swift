public import Procurement
public import Validation

/// A portfolio as it was read and judged.
public struct LoadedPortfolio: Sendable {
  /// The plans with all that the rules say of them.
  public var assessment: PortfolioAssessment
  /// Where each plan comes from.
  public var origins: [PlanOrigin]
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

/// A plan of a portfolio as work on it begins.
public struct BegunPlan: Sendable {
  /// The plan as it is.
  public var plan: Plan
  /// The document that it is written to; nil where it has none.
  public var documentName: String?
  /// What the store has of it; nil where it has nothing yet.
  public var opened: OpenedPlan?
  /// What an earlier session could not save.
  public var unsaved: UnsavedPlan?

  /// A plan of a document.
  public init(_ plan: Plan, documentName: String?) {
    self.plan = plan
    self.documentName = documentName
  }
}
