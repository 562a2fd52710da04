import Procurement

/// A search for an order of drawing that leaves less unfunded.
///
/// Drawing in order is greedy: a line empties a fund that it could do without, and a later line that
/// has no other fund is short. `FundUse` finds paths of lines and funds by which money could reach a
/// short line. Each path suggests changes of the order, which are tried by drawing again. The search
/// goes on from the order that leaves least, and ends when an order leaves the least possible, or
/// when several orders in a row brought no improvement.
struct OrderSearch {
  /// An order with the steps that lead to it.
  struct Found {
    var steps: [DrawOrder.Step] = []
    var order: DrawOrder
    var unfunded: Money
  }

  private let funds: [Fund]
  private let demands: [FundingDemand?]
  private let opening: Ledger
  private let network: FundingNetwork
  private let start: Found
  /// How many orders each search may try.
  private let trials: Int

  /// How many paths are followed in each year of an order.
  private static let mostPaths = 8
  /// After how many orders without an improvement a search ends.
  private static let patience = 30
  /// How many lines may draw in all trials of a search, so that it takes no longer than a moment.
  private static let mostDraws = 400_000

  init(_ plan: Plan, _ demands: [FundingDemand?], _ network: FundingNetwork) {
    funds = plan.funds
    self.demands = demands
    opening = Ledger(plan.funds)
    self.network = network
    let order = DrawOrder(demands)
    start = Found(order: order, unfunded: order.unfunded(demands, on: opening))
    trials = min(2_000, max(50, OrderSearch.mostDraws / max(1, demands.count)))
  }

  /// An order that leaves less unfunded than the plan's; nil where none is found.
  func betterOrder() -> Found? {
    guard start.unfunded > network.leastUnfunded else { return nil }
    var best = search(places: false)
    if best.unfunded > network.leastUnfunded {
      let other = search(places: true)
      if other.unfunded < best.unfunded { best = other }
    }
    return best.unfunded < start.unfunded ? pruned(best) : nil
  }

  private func search(places: Bool) -> Found {
    var best = start
    var open = [start]
    var seen: Set<DrawOrder> = [start.order]
    var vain = 0
    while best.unfunded > network.leastUnfunded, vain < OrderSearch.patience,
      let next = OrderSearch.takeBest(&open)
    {
      vain += 1
      for steps in changes(next.order, places: places) where seen.count < trials {
        let order = next.order.applying(steps)
        guard seen.insert(order).inserted else { continue }
        let unfunded = order.unfunded(demands, on: opening)
        let tried = Found(steps: next.steps + steps, order: order, unfunded: unfunded)
        open.append(tried)
        if tried.unfunded < best.unfunded { (best, vain) = (tried, 0) }
      }
    }
    return best
  }

  /// Takes the order that leaves least from a list, of equal ones one with few steps.
  private static func takeBest(_ open: inout [Found]) -> Found? {
    let place = open.indices.min { left, right in
      (open[left].unfunded, open[left].steps.count, left)
        < (open[right].unfunded, open[right].steps.count, right)
    }
    return place.map { open.remove(at: $0) }
  }

  /// The changes of an order to try next.
  private func changes(_ order: DrawOrder, places: Bool) -> [[DrawOrder.Step]] {
    var draws: [(line: Int, draw: Draw)] = []
    order.draw(demands, on: opening) { draws.append(($0, $1)) }
    var unfunded: [FinancialYear: Money] = [:]
    for (_, draw) in draws where draw.fund == nil {
      unfunded[draw.year, default: .zero] += draw.money
    }
    let years = unfunded.keys.sorted().filter { year in
      unfunded[year, default: .zero] > network.leastUnfunded(in: year)
    }
    return years.flatMap { year in
      FundUse(draws, by: demands, on: funds, in: year).paths(OrderSearch.mostPaths)
        .flatMap { $0.changes(places: places) }
    }
  }

  /// The same without steps that it does not need: all steps that change a line's funds or its
  /// place, or a single step.
  private func pruned(_ found: Found) -> Found {
    var best = found
    while let shorter = shorter(best) { best = shorter }
    return best
  }

  private func shorter(_ found: Found) -> Found? {
    let subjects = Set(found.steps.map(\.subject)).sorted()
    let ofLines = subjects.map { subject in found.steps.filter { $0.subject != subject } }
    let single = found.steps.indices.reversed().map { place in
      Array(found.steps[..<place] + found.steps[(place + 1)...])
    }
    return (ofLines + single).lazy.map { steps in
      let order = start.order.applying(steps)
      return Found(steps: steps, order: order, unfunded: order.unfunded(demands, on: opening))
    }.first { $0.unfunded <= found.unfunded }
  }
}
