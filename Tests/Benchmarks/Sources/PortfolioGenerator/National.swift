/// The trusts and groups that all lines belong to.
struct National {
  private(set) var trusts: [TrustSketch] = []
  private(set) var groups: [GroupSketch] = []

  /// Distributes a number of lines over trusts.
  init(lines: Int, chance: inout SplitMix64) {
    let count = min(600, max(1, lines / 40))
    for place in 0..<count { trusts.append(National.trust(place, of: count, &chance)) }
    share(lines, &chance)
    for place in 0..<60 { groups.append(National.group(place, &chance)) }
    for group in groups.indices {
      for trust in trusts.indices where chance.chance(160) {
        groups[group].members.append(trust)
        trusts[trust].groups.append(group)
      }
    }
  }

  /// Records the amount that a line draws from a fund in a year.
  mutating func want(_ pence: Int, of fund: Int, ofTrust trust: Int, inYear year: Int) {
    trusts[trust].funds[fund].wanted[year] += pence
  }

  // MARK: Trusts

  private static func trust(_ place: Int, of count: Int, _ chance: inout SplitMix64) -> TrustSketch
  {
    let letters = Array("ABCDEFGHJKLMNPQRTVWXY0123456789".utf8)
    let code = [UInt8(ascii: "R"), letters[place / letters.count], letters[place % letters.count]]
    var trust = TrustSketch(code: code, cluster: cluster(of: place, of: count))
    trust.core = Vocabulary.core
    if chance.chance(250) {
      for _ in 0...chance.below(3) { trust.core.remove(at: chance.below(trust.core.count)) }
    }
    trust.plansBasic = chance.chance(650)
    trust.plansEntire = chance.chance(700)
    trust.funds = funds(&chance)
    return trust
  }

  /// Each cluster has its share of the trusts, in a contiguous range.
  private static func cluster(of place: Int, of count: Int) -> Int {
    var rest = place * 97 % count * 270 / count
    for (number, cluster) in Vocabulary.clusters.enumerated() {
      if rest < cluster.share { return number }
      rest -= cluster.share
    }
    return 0
  }

  private static func funds(_ chance: inout SplitMix64) -> [FundSketch] {
    var funds = [FundSketch(id: Array("capital".utf8), pays: .capital)]
    funds.append(FundSketch(id: Array("running".utf8), pays: .revenue))
    if chance.chance(600) { funds.append(FundSketch(id: Array("pool".utf8), pays: .either)) }
    if chance.chance(400) {
      let pays = chance.pick([Pays.capital, .revenue, .either])
      funds.append(FundSketch(id: Array("reserve".utf8), pays: pays))
    }
    return funds
  }

  /// Large and small trusts, each with at least one line.
  private mutating func share(_ lines: Int, _ chance: inout SplitMix64) {
    let weights = trusts.map { _ in 500 + chance.below(1_000) }
    var weight = weights.reduce(0, +)
    var rest = lines
    for place in trusts.indices {
      let later = trusts.count - place - 1
      let part = later == 0 ? rest : min(max(1, rest * weights[place] / weight), rest - later)
      trusts[place].lines = part
      rest -= part
      weight -= weights[place]
    }
  }

  // MARK: Groups

  private static func group(_ place: Int, _ chance: inout SplitMix64) -> GroupSketch {
    let id = Array("group-\(place + 1)".utf8)
    guard chance.chance(930) else {
      return GroupSketch(id: id, lsp: nil, facility: chance.pick(Vocabulary.suppliers))
    }
    let lsp = chance.below(Vocabulary.lsps.count)
    let words = Vocabulary.lsps[lsp]
    return GroupSketch(
      id: id, lsp: lsp, facility: chance.chance(900) ? words[0] : chance.pick(words))
  }
}
