import Procurement

/// What lines need in one financial year, in groups that may use the same funds.
///
/// Capital and revenue share a network, because a fund may pay either.
struct YearNetwork: Sendable {
  /// What the lines of each group need together. A group that needs nothing is left out.
  private var needs: [DemandGroup: MoneySum] = [:]
  /// What groups that have changed needed when the network was last solved.
  private var solvedNeeds: [DemandGroup: MoneySum] = [:]
  /// What each fund held then.
  private var solvedHeld: [Money] = []
  /// What no order of drawing pays, by kind, as `recompute` found it.
  private(set) var unfunded = KindSums()

  /// Whether no line needs anything.
  var isEmpty: Bool { needs.isEmpty }

  /// A line needs so much more.
  mutating func add(_ money: Money, to group: DemandGroup) {
    change(group) { $0 += money }
  }

  /// A line needs so much less.
  mutating func subtract(_ money: Money, from group: DemandGroup) {
    change(group) { $0 -= MoneySum([money]) }
  }

  private mutating func change(_ group: DemandGroup, _ change: (inout MoneySum) -> Void) {
    let old = needs[group] ?? MoneySum()
    var new = old
    change(&new)
    needs[group] = new == MoneySum() ? nil : new
    let solved = solvedNeeds[group] ?? old
    solvedNeeds[group] = solved == new ? nil : solved
  }

  // MARK: Results

  /// Computes what stays unfunded where the plan's funds hold `held`, if needs or funds have
  /// changed since.
  ///
  /// Capital is paid first, as lines draw. So its part is the least for capital alone, and revenue
  /// has the rest of the least sum for both.
  mutating func recompute(_ held: [Money]) {
    guard !solvedNeeds.isEmpty || held != solvedHeld else { return }
    (solvedNeeds, solvedHeld) = ([:], held)
    let network = solved(held)
    unfunded = KindSums()
    for (place, group) in network.groups.enumerated() {
      guard let sum = needs[group] else { continue }
      var rest = sum
      rest -= MoneySum([network.needs[place] - Money(pence: network.flow.missing[place])])
      unfunded[group.kind] += rest
    }
  }

  /// The groups and funds that prove what is missing, as parts that share no money.
  func shortParts(_ held: [Money]) -> [(groups: [DemandGroup], funds: [Int])] {
    var network = solved(held)
    return network.flow.shortParts().map { part in
      let groups = part.map { network.groups[$0] }
      return (groups, Set(groups.flatMap(\.funds)).sorted())
    }
  }

  /// How much of what groups lack now another order pays, where the first ones are helped first and
  /// all groups are paid at least as much as now.
  func paidByOrder(_ short: [(group: DemandGroup, pence: Int64)], _ held: [Money]) -> [Int64] {
    let groups = needs.keys.filter { !$0.funds.isEmpty }
    var covered = groups.map { (needs[$0]?.cappedMoney ?? .zero).pence }
    let numbers = Dictionary(uniqueKeysWithValues: zip(groups, groups.indices))
    let lacking = short.map { numbers[$0.group] }
    for (number, short) in zip(lacking, short) {
      if let number { covered[number] -= short.pence }
    }
    var flow = FundFlow(
      needs: covered, choices: groups.map(\.funds), held: held.map { max(0, $0.pence) })
    flow.pay(groups.indices)
    return zip(lacking, short).map { number, short in
      guard let number else { return 0 }
      flow.add(short.pence, to: number)
      flow.pay(number..<number + 1)
      return short.pence - flow.missing[number]
    }
  }

  /// The network with as much paid as possible.
  private struct Solved {
    /// Groups of capital, then groups of revenue.
    let groups: [DemandGroup]
    let needs: [Money]
    var flow: FundFlow
  }

  private func solved(_ held: [Money]) -> Solved {
    let capital = needs.keys.filter { $0.kind == .capital }
    let groups = capital + needs.keys.filter { $0.kind == .revenue }
    let needed = groups.map { (needs[$0]?.money ?? .largest) }
    var numbers: [Int: Int] = [:]
    var funds: [Int] = []
    // A fund without money in the year does not make lines compete.
    let choices = groups.map { group in
      group.funds.filter { held[$0] > .zero }.map { fund in
        if let number = numbers[fund] { return number }
        numbers[fund] = funds.count
        funds.append(fund)
        return funds.count - 1
      }
    }
    var flow = FundFlow(
      needs: needed.map(\.pence), choices: choices, held: funds.map { max(0, held[$0].pence) })
    flow.pay(0..<capital.count)
    flow.pay(capital.count..<groups.count)
    return Solved(groups: groups, needs: needed, flow: flow)
  }
}

/// A sum of capital and one of revenue.
struct KindSums: Hashable, Sendable {
  private var capital = MoneySum()
  private var revenue = MoneySum()

  subscript(kind: CostKind) -> MoneySum {
    get { kind == .capital ? capital : revenue }
    set { if kind == .capital { capital = newValue } else { revenue = newValue } }
  }

  /// Both together.
  var total: MoneySum {
    var sum = capital
    sum += revenue
    return sum
  }
}

extension Money {
  /// The largest amount.
  static var largest: Money { Money(pence: .max) }
}

extension MoneySum {
  /// The sum as an amount; the largest amount where it is more than that.
  var cappedMoney: Money { money ?? .largest }
}
