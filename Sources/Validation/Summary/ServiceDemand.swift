import Parallel
public import Procurement

/// What the trusts of a portfolio buy of one service.
public struct ServiceDemand: Hashable, Sendable {
  /// How a trust buys a service.
  public enum Way: CaseIterable, Sendable {
    /// Through the programme.
    case programme
    /// With a group of trusts.
    case group
    /// By itself.
    case alone
  }

  /// What one trust buys of the service.
  public struct Buyer: Hashable, Sendable {
    /// The trust's node.
    public var trust: Int
    /// The number of its lines.
    public var lines = 0
    /// What they cost, by how it buys.
    public var costs: [Way: Money] = [:]
    /// What they cost, by year.
    public var years: [FinancialYear: Money] = [:]
    /// What they cost, by route; nil where it is not decided.
    public var routes: [Route?: Money] = [:]
    /// The groups that it buys with, by their ids.
    public var groups: Set<String> = []

    /// What all of them cost.
    public var cost: Money { costs.values.reduce(.zero, +) }
  }

  /// The service's place in the programme.
  public let service: Int
  /// The trusts that buy it, in the order of the portfolio.
  public let buyers: [Buyer]
  private let costs: [Way: Money]

  init(service: Int, _ buyers: [Buyer]) {
    self.service = service
    self.buyers = buyers
    costs = buyers.reduce(into: [:]) { $0.merge($1.costs, uniquingKeysWith: +) }
  }

  /// The trusts that buy it in some way.
  public func buyers(_ way: Way) -> [Buyer] { buyers.filter { $0.costs[way] != nil } }

  /// What it costs in some way.
  public func cost(_ way: Way) -> Money { costs[way] ?? .zero }

  /// What it costs in all.
  public var cost: Money { costs.values.reduce(.zero, +) }

  /// What it costs by year, in order.
  public var years: [(year: FinancialYear, cost: Money)] {
    Set(buyers.flatMap(\.years.keys)).sorted().map { year in
      (year, sum { $0.years[year] ?? .zero })
    }
  }

  /// What it costs by route, with the number of trusts; the undecided last.
  public var routes: [(route: Route?, trusts: Int, cost: Money)] {
    (Route.allCases.map(Optional.some) + [nil]).compactMap { route in
      let trusts = buyers.count { $0.routes[route] != nil }
      return trusts == 0 ? nil : (route, trusts, sum { $0.routes[route] ?? .zero })
    }
  }

  /// The groups that buy it, with the number of their trusts that do, the largest first.
  public var groups: [(id: String, trusts: Int)] {
    var trusts: [String: Int] = [:]
    for group in buyers.lazy.flatMap(\.groups) { trusts[group, default: 0] += 1 }
    return trusts.map { (id: $0.key, trusts: $0.value) }
      .sorted { ($1.trusts, $0.id) < ($0.trusts, $1.id) }
  }

  private func sum(_ money: (Buyer) -> Money) -> Money {
    // The total of a portfolio is within bounds.
    buyers.reduce(.zero) { $0 + money($1) }
  }
}

extension PortfolioAssessment {
  /// What trusts buy of each service: those that most trusts buy first. Retained systems are not
  /// bought, and unknown services are left out.
  public func demand() -> [ServiceDemand] {
    let parts = concurrentMap(planCount) { purchases(ofPlan: $0) }
    var buyers: [Int: [Int: ServiceDemand.Buyer]] = [:]
    for part in parts {
      for (service, buyer) in part {
        buyers[service, default: [:]][buyer.trust, default: .init(trust: buyer.trust)].add(buyer)
      }
    }
    return buyers.map { service, buyers in
      ServiceDemand(service: service, buyers.values.sorted { $0.trust < $1.trust })
    }.sorted { left, right in
      let (one, other) = (left.buyers.count, right.buyers.count)
      guard one == other else { return one > other }
      let (cost, dearer) = (left.cost, right.cost)
      return cost == dearer ? left.service < right.service : cost > dearer
    }
  }

  /// What the trust of a plan buys of each service.
  private func purchases(ofPlan place: Int) -> [Int: ServiceDemand.Buyer] {
    let plan = plans[place].plan
    guard let trust = tree.nodes[tree.node(ofPlan: place)].parent else { return [:] }
    var buyers: [Int: ServiceDemand.Buyer] = [:]
    for line in 0..<plan.lines.count {
      let (traits, id) = (plan.lines.traits[line], plan.lines.services[line])
      guard traits.need == .new,
        let service = workspace.judge.strings.services[Int(id)].place
      else { continue }
      let group =
        traits.route == .calloff ? workspace.strings.groups.text(plan.lines.groups[line]) : nil
      var buyer = buyers[service] ?? ServiceDemand.Buyer(trust: trust)
      buyer.lines += 1
      if let group { buyer.groups.insert(group) }
      let way: ServiceDemand.Way =
        traits.route == .programme ? .programme : group == nil ? .alone : .group
      buyer.add(.zero, way, traits.route)
      for amount in plan.lines.amounts(at: line) {
        let money = Money(pence: plan.lines.amountPence[amount])
        buyer.add(money, way, traits.route)
        if let year = plan.lines.amountSlots[amount].year {
          buyer.years[year] = (buyer.years[year] ?? .zero) + money
        }
      }
      buyers[service] = buyer
    }
    return buyers
  }
}

extension ServiceDemand.Buyer {
  fileprivate mutating func add(_ money: Money, _ way: ServiceDemand.Way, _ route: Route?) {
    costs[way] = (costs[way] ?? .zero) + money
    routes[route] = (routes[route] ?? .zero) + money
  }

  /// Adds what another plan of the trust has.
  fileprivate mutating func add(_ other: ServiceDemand.Buyer) {
    lines += other.lines
    costs.merge(other.costs, uniquingKeysWith: +)
    years.merge(other.years, uniquingKeysWith: +)
    routes.merge(other.routes, uniquingKeysWith: +)
    groups.formUnion(other.groups)
  }
}
