public import Procurement

/// Edits of the order of drawing that leave less unfunded: of lines' funds and of lines' places.
public struct Rearrangement: Hashable, Sendable {
  /// The edits, in order, as one step to undo.
  public let edits: [Edit]
  /// What the plan leaves unfunded after them.
  public let unfunded: Money
}

extension Assessment {
  /// A rearrangement by which the plan leaves less unfunded, the least if one is found that does;
  /// nil where the present order leaves the least, or no better order is found.
  ///
  /// Other orders of lines' funds are preferred to other places of lines.
  public var rearrangement: Rearrangement? {
    guard let found = OrderSearch(plan, fundingDemands).betterOrder() else { return nil }
    return Rearrangement(
      edits: plan.edits(to: found.order.arranged(plan)), unfunded: found.unfunded)
  }
}
