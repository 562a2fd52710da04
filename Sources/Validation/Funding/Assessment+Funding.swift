public import Procurement

extension Assessment {
  /// What the line at a place needs from funds; nil where the programme pays for it.
  public func fundingDemand(at place: Int) -> FundingDemand? {
    let slot = slots[place]
    guard slot.facts.payer == .trust else { return nil }
    return FundingDemand(cost: plan.lines.read(place) { $0.cost }, funds: slot.funds)
  }

  /// What all lines need from funds, in the plan's order.
  public var fundingDemands: [FundingDemand?] { plan.lines.indices.map(fundingDemand) }

  /// The plan's funding network, which is kept while the plan is edited.
  public var fundingNetwork: FundingNetwork { funding.recomputed }

  /// The smallest sum that any order of drawing could leave unfunded.
  public var leastUnfunded: Money { fundingNetwork.leastUnfunded }

  /// The part of what is unfunded that another order of drawing could pay.
  public var unfundedByOrder: Money { totals.all.unfunded - leastUnfunded }

  /// Why money is missing, whatever the order of drawing; empty where it is not.
  public var shortages: [Shortage] {
    leastUnfunded == .zero ? [] : fundingNetwork.shortages(fundingDemands)
  }
}
