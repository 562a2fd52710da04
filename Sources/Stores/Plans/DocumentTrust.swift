/// Which links from plans to documents a session goes by.
///
/// A user who may write to a store can link a plan to any document, also in the name of another
/// user. So a link counts only for the user who made it, and only where that can be proved: the
/// store is the user's alone, or the user's own notes say so.
public struct DocumentTrust {
  /// Whether a link to a path is the user's own; one that is not counts as absent.
  public var counts: (_ plan: PlanNumber, _ path: String) -> Bool
  /// Whether the user has named or confirmed the path for the plan; else it is asked for before the
  /// document is first written.
  public var isConfirmed: (_ plan: PlanNumber, _ path: String) -> Bool
  /// Notes that the user has named or confirmed the path for the plan.
  public var confirm: (_ plan: PlanNumber, _ path: String) -> Void

  /// A trust that goes by these answers.
  public init(
    counts: @escaping (PlanNumber, String) -> Bool,
    isConfirmed: @escaping (PlanNumber, String) -> Bool,
    confirm: @escaping (PlanNumber, String) -> Void
  ) {
    self.counts = counts
    self.isConfirmed = isConfirmed
    self.confirm = confirm
  }

  /// The trust of a store that nobody else can write to, all of whose documents are confirmed.
  public static var everything: DocumentTrust {
    DocumentTrust(counts: { _, _ in true }, isConfirmed: { _, _ in true }, confirm: { _, _ in })
  }
}
