public import Procurement

/// A document that another program has changed while the plan went on without it.
public struct ChangedDocument: Equatable, Sendable {
  /// The plan as the document has it now.
  public var theirs: Plan
  /// The plan as both had it last; nil where that is not known.
  public var base: Plan?

  /// A changed document.
  public init(theirs: Plan, base: Plan?) {
    self.theirs = theirs
    self.base = base
  }
}
