import PlanGenerators
import Procurement
import SeededRandom

/// Random plans that are small enough to try everything: a few lines and funds, and a few pence.
struct SmallPlans {
  var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  static let years = [2004, 2005].compactMap { FinancialYear(start: $0) }

  /// A plan of up to so many lines, which cost money in so many cells each.
  mutating func plan(lines: Int, funds: Int, cells: Int, kinds: [CostKind] = CostKind.allCases)
    -> Plan
  {
    var plan = Plan.empty
    plan.header.trust.cluster = "london"
    plan.header.years = SmallPlans.years
    let scarce = random.chance(20)
    for number in 0..<(scarce ? random.number(0...funds) : random.number(2...funds)) {
      var fund = Fund(id: "f\(number)", name: "", pays: random.pick(Fund.Pays.allCases))
      if kinds.count == 1 { fund.pays = .either }
      for year in SmallPlans.years where random.chance(85) {
        fund.available[year] = pence(0...(scarce ? 3 : 9))
      }
      plan.funds.append(fund)
    }
    for number in 0..<random.number(2...lines) {
      plan.lines.append(line("L\(number + 1)", plan, cells, kinds))
    }
    return plan
  }

  private mutating func line(
    _ id: String, _ plan: Plan, _ cells: Int, _ kinds: [CostKind]
  ) -> PlanLine {
    var line = PlanLine(id: id, service: "future")
    line.description = "Car park barriers"
    line.route = .open
    line.supplier = "Acme"
    for _ in 0..<cells {
      let year = cells == 1 ? SmallPlans.years[0] : random.pick(SmallPlans.years)
      line.cost[year, random.pick(kinds)] = pence(1...5)
    }
    line.funds = plan.funds.map(\.id).filter { _ in random.chance(65) }.shuffled(using: &random)
    if random.chance(5) { line.funds.insert("nowhere", at: 0) }
    if random.chance(5), let first = line.funds.last { line.funds.append(first) }
    return line
  }

  private mutating func pence(_ range: ClosedRange<Int>) -> Money {
    Money(pence: Int64(random.number(range)))
  }
}

/// What funds can pay of lines, found by trying every way to pay them pence by pence.
struct EveryPayment {
  /// What a line needs of a kind in the year, and the funds that it may use.
  struct Need: Hashable {
    var line: Int
    var pence: Int64
    var funds: [Int]
  }

  let needs: [Need]
  let held: [Int64]
  private var known: [[Int64]: Int64] = [:]

  init(_ plan: Plan, in year: FinancialYear, kind only: CostKind? = nil) {
    var needs: [Need] = []
    for (place, line) in plan.lines.enumerated() {
      for kind in CostKind.allCases where only == nil || only == kind {
        let amount = line.cost[year, kind]
        let funds = plan.funds.indices.filter { place in
          line.funds.contains(plan.funds[place].id) && plan.funds[place].pays.pays(kind)
        }
        if amount > .zero { needs.append(Need(line: place, pence: amount.pence, funds: funds)) }
      }
    }
    self.needs = needs
    held = plan.funds.map { $0.available[year]?.pence ?? 0 }
  }

  /// The least that stays unpaid.
  mutating func leastUnpaid() -> Int64 {
    needs.reduce(0) { $0 + $1.pence } - mostPaid(from: 0, held)
  }

  private mutating func mostPaid(from first: Int, _ left: [Int64]) -> Int64 {
    guard first < needs.count else { return 0 }
    let key = [Int64(first)] + left
    if let known = known[key] { return known }
    let most = mostPaid(needs[first].pence, needs[first].funds[...], first, left)
    known[key] = most
    return most
  }

  private mutating func mostPaid(
    _ rest: Int64, _ funds: ArraySlice<Int>, _ need: Int, _ left: [Int64]
  ) -> Int64 {
    guard let fund = funds.first else { return mostPaid(from: need + 1, left) }
    var most: Int64 = 0
    for part in 0...min(rest, left[fund]) {
      var after = left
      after[fund] -= part
      most = max(most, part + mostPaid(rest - part, funds.dropFirst(), need, after))
    }
    return most
  }

  /// By how much some of the needs are more than the funds that these may use hold.
  func missing(_ chosen: [Need]) -> Int64 {
    let funds = Set(chosen.flatMap(\.funds))
    return chosen.reduce(0) { $0 + $1.pence } - funds.reduce(0) { $0 + held[$1] }
  }
}

extension Array {
  /// All orders of the elements.
  var permutations: [[Element]] {
    guard let last else { return [[]] }
    return Array(dropLast()).permutations.flatMap { rest in
      (0...rest.count).map { place in
        var order = rest
        order.insert(last, at: place)
        return order
      }
    }
  }

  /// All selections of the elements.
  var subsets: [[Element]] {
    reduce(into: [[]]) { subsets, element in subsets += subsets.map { $0 + [element] } }
  }
}
