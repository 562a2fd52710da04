import Procurement

extension Assessment {
  /// What the line at a place needs from funds; nil where the programme pays for it.
  public func fundingDemand(at place: Int) -> FundingDemand? {
    let slot = slots[place]
    guard slot.facts.payer == .trust else { return nil }
    return FundingDemand(cost: plan.lines.read(place) { $0.cost }, funds: slot.funds)
  }

  /// What all lines need from funds, in the plan's order.
  public var fundingDemands: [FundingDemand?] { plan.lines.indices.map(fundingDemand) }

  /// The plan's funding network, built from all lines.
  public var fundingNetwork: FundingNetwork {
    FundingNetwork(funds: plan.funds, demands: fundingDemands.lazy.compactMap(\.self))
  }

  /// Why money is missing, whatever the order of drawing; empty where it is not.
  public var shortages: [Shortage] {
    let demands = fundingDemands
    return FundingNetwork(funds: plan.funds, demands: demands.lazy.compactMap(\.self))
      .shortages(demands)
  }
}
