/// A largest flow of money from funds to needs, where each need has its own choice of funds.
///
/// The method is Dinic's algorithm: measure the distance of every need and fund from the unmet
/// needs, pay along the shortest paths until there are none, and repeat while a fund with money left
/// can be reached. A path may take a fund away from one need and give that need another fund
/// instead. What can still be reached at the end is the smallest minimum cut: the needs and funds
/// that prove what is missing.
struct FundFlow: Sendable {
  /// What of each need is not paid yet.
  private(set) var missing: [Int64]
  /// What is left in each fund.
  private(set) var left: [Int64]
  private let links: FundLinks
  /// What each link pays.
  private var paid: [Int64]
  /// The distance of each need and fund from an unmet need; -1 if it cannot be reached.
  private var needLevels: [Int] = []
  private var fundLevels: [Int] = []
  /// The next link to try from each need and from each fund.
  private var nextOfNeed: [Int] = []
  private var nextOfFund: [Int] = []

  /// Needs, the funds that each may use, and what the funds hold; nothing is paid yet.
  init(needs: [Int64], choices: [[Int]], held: [Int64]) {
    missing = needs
    left = held
    links = FundLinks(choices, funds: held.count)
    paid = Array(repeating: 0, count: links.funds.count)
  }

  /// A need is for so much more than before.
  mutating func add(_ amount: Int64, to need: Int) { missing[need] += amount }

  /// Pays as much as possible of some needs.
  ///
  /// Needs that were paid before stay paid as far as they are; only their funds may change.
  mutating func pay(_ needs: Range<Int>) {
    while measure(from: needs) {
      nextOfNeed = links.needStarts
      nextOfFund = links.fundStarts
      for need in needs {
        while missing[need] > 0, let path = findPath(from: need) { push(along: path) }
      }
    }
  }

  /// The needs that can be short in a largest flow, as parts that share no fund.
  ///
  /// Each part needs more than its funds hold, and no smaller set of needs is short by as much.
  mutating func shortParts() -> [[Int]] {
    _ = measure(from: missing.indices)
    var isSeen = Array(repeating: false, count: left.count)
    var isTaken = Array(repeating: false, count: missing.count)
    var parts: [[Int]] = []
    for need in missing.indices where needLevels[need] >= 0 && !isTaken[need] {
      isTaken[need] = true
      var part = [need]
      var next = 0
      while next < part.count {
        for fund in links.funds(of: part[next]) where !isSeen[fund] {
          isSeen[fund] = true
          for user in links.users(of: fund) where needLevels[user] >= 0 && !isTaken[user] {
            isTaken[user] = true
            part.append(user)
          }
        }
        next += 1
      }
      parts.append(part)
    }
    return parts
  }

  // MARK: Ways

  /// Measures the distances from those of some needs that are not met; returns whether a fund with
  /// money left can be reached.
  private mutating func measure(from needs: Range<Int>) -> Bool {
    needLevels = Array(repeating: -1, count: missing.count)
    fundLevels = Array(repeating: -1, count: left.count)
    var queue = needs.filter { missing[$0] > 0 }
    for need in queue { needLevels[need] = 0 }
    var isOpen = false
    var next = 0
    while next < queue.count {
      let need = queue[next]
      next += 1
      for link in links.links(of: need) {
        let fund = links.funds[link]
        guard fundLevels[fund] < 0 else { continue }
        fundLevels[fund] = needLevels[need] + 1
        if left[fund] > 0 { isOpen = true }
        for back in links.links(ofFund: fund) where paid[back] > 0 {
          let user = links.needs[back]
          guard needLevels[user] < 0 else { continue }
          needLevels[user] = fundLevels[fund] + 1
          queue.append(user)
        }
      }
    }
    return isOpen
  }

  /// A shortest path from a need to a fund with money left: links to follow, every second one
  /// backwards.
  private mutating func findPath(from source: Int) -> [Int]? {
    var path: [Int] = []
    while true {
      guard let fund = stepToFund(&path, from: source) else {
        // A dead end: go back to the fund before it and try its next user, or give up.
        guard let back = path.popLast() else { return nil }
        nextOfFund[links.funds[back]] += 1
        if !stepToUser(&path) { retreat(&path) }
        continue
      }
      if left[fund] > 0 { return path }
      if !stepToUser(&path) { retreat(&path) }
    }
  }

  /// Follows a link from the need at the end of a path to a fund that is one step further.
  private mutating func stepToFund(_ path: inout [Int], from source: Int) -> Int? {
    let need = path.last.map { links.needs[$0] } ?? source
    let end = links.needStarts[need + 1]
    while nextOfNeed[need] < end {
      let link = nextOfNeed[need]
      let fund = links.funds[link]
      if fundLevels[fund] == needLevels[need] + 1 {
        path.append(link)
        return fund
      }
      nextOfNeed[need] += 1
    }
    return nil
  }

  /// Follows a link from the fund at the end of a path to a need that it pays.
  private mutating func stepToUser(_ path: inout [Int]) -> Bool {
    guard let last = path.last else { return false }
    let fund = links.funds[last]
    while nextOfFund[fund] < links.fundStarts[fund + 1] {
      let back = links.byFund[nextOfFund[fund]]
      if paid[back] > 0, needLevels[links.needs[back]] == fundLevels[fund] + 1 {
        path.append(back)
        return true
      }
      nextOfFund[fund] += 1
    }
    return false
  }

  /// Steps back from a fund that leads no further.
  private mutating func retreat(_ path: inout [Int]) {
    if let link = path.popLast() { nextOfNeed[links.needs[link]] += 1 }
  }

  private mutating func push(along path: [Int]) {
    guard let first = path.first, let last = path.last else { return }
    let (source, fund) = (links.needs[first], links.funds[last])
    var amount = min(missing[source], left[fund])
    for step in stride(from: 1, to: path.count, by: 2) { amount = min(amount, paid[path[step]]) }
    for (step, link) in path.enumerated() {
      paid[link] += step.isMultiple(of: 2) ? amount : -amount
    }
    missing[source] -= amount
    left[fund] -= amount
  }
}

/// Which needs may use which funds, as links that are numbered by need.
struct FundLinks: Sendable {
  /// Where the links of each need start, and where the last ones end.
  let needStarts: [Int]
  /// The need and the fund of each link.
  let needs: [Int]
  let funds: [Int]
  /// Where the links of each fund start in `byFund`, and where the last ones end.
  let fundStarts: [Int]
  /// The links, by fund.
  let byFund: [Int]

  /// The funds that each need may use, of so many funds.
  init(_ choices: [[Int]], funds count: Int) {
    var starts = [0]
    var needs: [Int] = []
    var counts = Array(repeating: 0, count: count + 1)
    for (need, choice) in choices.enumerated() {
      for fund in choice {
        needs.append(need)
        counts[fund + 1] += 1
      }
      starts.append(needs.count)
    }
    for fund in 0..<count { counts[fund + 1] += counts[fund] }
    let funds = choices.flatMap(\.self)
    var next = counts
    var byFund = Array(repeating: 0, count: funds.count)
    for (link, fund) in funds.enumerated() {
      byFund[next[fund]] = link
      next[fund] += 1
    }
    (needStarts, self.needs, self.funds) = (starts, needs, funds)
    (fundStarts, self.byFund) = (counts, byFund)
  }

  func links(of need: Int) -> Range<Int> { needStarts[need]..<needStarts[need + 1] }

  func links(ofFund fund: Int) -> ArraySlice<Int> {
    byFund[fundStarts[fund]..<fundStarts[fund + 1]]
  }

  /// The funds that a need may use.
  func funds(of need: Int) -> ArraySlice<Int> { funds[links(of: need)] }

  /// The needs that may use a fund.
  func users(of fund: Int) -> some Sequence<Int> { links(ofFund: fund).lazy.map { needs[$0] } }
}
