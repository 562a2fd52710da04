package import Stores

extension PlanFiling {
  /// The columns that hold how a plan is filed.
  package static let columns =
    "plan.archived, plan.chosen, plan.parent, plan.parent_step, plan.scenario"

  /// The values of the columns.
  package var values: [Value] {
    let parent: [Value] =
      scenario.map { [.number($0.parent.rawValue), .number($0.step), .text($0.name)] }
      ?? [.null, .null, .null]
    return [.number(isArchived ? 1 : 0), .number(isChosen ? 1 : 0)] + parent
  }
}

extension Row {
  /// How a plan is filed, in five columns.
  package func filing(_ first: CInt) throws(StoreError) -> PlanFiling {
    var filing = PlanFiling()
    filing.isArchived = try flag(first) ?? false
    filing.isChosen = try flag(first + 1) ?? false
    guard !isNull(first + 2) else { return filing }
    filing.scenario = Scenario(
      name: try text(first + 4), of: PlanNumber(try number(first + 2, in: Bounds.plans)),
      after: try step(first + 3))
    return filing
  }
}
