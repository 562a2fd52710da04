public import Procurement

/// Why a plan leaves money unfunded: what is missing in any order of drawing, and what another order
/// would cover.
public struct FundingExplanation: Sendable {
  /// What the plan leaves unfunded.
  public let unfunded: Money
  /// The part of it that another order could cover.
  public let unfundedByOrder: Money
  /// Why the rest is missing.
  public let shortages: [Shortage]
  /// A better order, if one is found.
  public let rearrangement: Rearrangement?

  /// Explains the unfunded amount of a plan; this searches for a better order, which may take a
  /// moment.
  public init(_ assessment: Assessment) {
    unfunded = assessment.totals.all.unfunded
    unfundedByOrder = assessment.unfundedByOrder
    shortages = assessment.shortages
    rearrangement = assessment.rearrangement
  }

  /// The explanation in sentences: the sum, each reason, and the better order.
  public func words(in plan: Plan) -> [String] {
    guard unfunded > .zero else { return ["nothing is unfunded"] }
    return [sum] + shortages.map { $0.words(in: plan) } + (unfundedByOrder > .zero ? [order] : [])
  }

  private var sum: String {
    let missing = unfunded - unfundedByOrder
    let parts =
      unfundedByOrder == .zero
      ? ["all of it is missing in any order"]
      : missing == .zero
        ? ["all of it is a matter of order"]
        : [
          "\(unfundedByOrder.inWords) is a matter of order",
          "\(missing.inWords) is missing in any order",
        ]
    return "\(unfunded.inWords) is unfunded: \(parts.joined(separator: ", "))"
  }

  /// The better order in a sentence.
  fileprivate var order: String {
    guard let rearrangement else {
      return "no better order was found; lines have one order for all years"
    }
    let rest = rearrangement.unfunded.inWords
    return "another order leaves \(rest) unfunded: \(rearrangement.words)"
  }
}

extension Assessment {
  /// Why the line of a finding lacks money: the reasons that it is a part of, by year, and the better
  /// order if order is a part of it.
  public func fundingReasons(of finding: Finding) -> [String] {
    guard let place = finding.index, plan.lines.indices.contains(place) else { return [] }
    let reasons = shortages.filter { $0.lines.contains(place) }.map { $0.words(in: plan) }
    let isOrder = orderShares[place] > .zero
    return reasons + (isOrder ? [FundingExplanation(self).order] : [])
  }
}
