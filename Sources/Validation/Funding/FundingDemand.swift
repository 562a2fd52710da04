public import Procurement

/// What the trust must pay of a line, and the funds that the line may use for it.
public struct FundingDemand: Hashable, Sendable {
  /// What the trust must pay, by year and kind.
  public var cost: Cost
  /// The places in the plan of the declared funds that the line names, in the line's order.
  public var funds: [Int]

  /// A demand on funds.
  public init(cost: Cost, funds: [Int]) {
    self.cost = cost
    self.funds = funds
  }
}

/// The money of one kind that may be paid from the same funds: a node of the funding network.
///
/// A thousand lines mostly name a few sets of funds, so the network stays small.
struct DemandGroup: Hashable, Sendable {
  let kind: CostKind
  /// The places of the funds that pay the kind, in ascending order and none twice.
  let funds: [Int]

  /// The group of a line's amounts of a kind, where the line names these funds.
  init(_ kind: CostKind, named: [Int], of funds: [Fund]) {
    self.kind = kind
    var places = named.filter { funds[$0].pays.pays(kind) }
    if places.count > 1 {
      places.sort()
      for place in places.indices.dropFirst().reversed() where places[place] == places[place - 1] {
        places.remove(at: place)
      }
    }
    self.funds = places
  }
}
