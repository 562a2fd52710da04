/// Generates the costs of lines, and the funds that they name.
struct MoneyWriter {
  /// A row's amounts in pence; nil for a blank cell.
  struct Amounts {
    var year: Int
    var capital: Int?
    var revenue: Int?
  }

  /// The funds of a line: at most one for each kind of cost.
  struct Naming {
    var cell = Vocabulary.none
    /// The index of the fund that pays capital, and of the one that pays revenue.
    var capital: Int?
    var revenue: Int?
  }

  /// The years in which a line has costs, each a row.
  static func years(_ chance: inout SplitMix64) -> [Int] {
    switch chance.below(100) {
    case ..<60: chance.pick(oneYear)
    case ..<85: chance.pick(twoYears)
    default: threeYears
    }
  }

  private static let oneYear = [[0], [1], [2]]
  private static let twoYears = [[0, 1], [1, 2], [0, 2]]
  private static let threeYears = [0, 1, 2]

  /// The cost of a line in a year, rarely zero.
  static func amounts(_ year: Int, _ chance: inout SplitMix64) -> Amounts {
    switch chance.below(1_000) {
    case ..<12: Amounts(year: year)
    case ..<400: Amounts(year: year, capital: capital(&chance))
    case ..<700: Amounts(year: year, revenue: revenue(&chance))
    default: Amounts(year: year, capital: capital(&chance), revenue: revenue(&chance))
    }
  }

  private static func capital(_ chance: inout SplitMix64) -> Int {
    chance.chance(4) ? 0 : (1 + chance.below(200)) * 100_000 + odd(&chance)
  }

  private static func revenue(_ chance: inout SplitMix64) -> Int {
    chance.chance(4) ? 0 : (1 + chance.below(90)) * 50_000 + odd(&chance)
  }

  /// Few amounts have pence.
  private static func odd(_ chance: inout SplitMix64) -> Int {
    chance.chance(100) ? chance.below(10_000) : 0
  }

  /// A random choice of funds for a line.
  static func naming(of funds: [FundSketch], _ chance: inout SplitMix64) -> Naming {
    var places: [Int] = []
    let either = funds.indices.filter { funds[$0].pays == .either }
    if !either.isEmpty && chance.chance(300) {
      places = [chance.pick(either)]
    } else {
      let capital = funds.indices.filter { funds[$0].pays == .capital }
      let revenue = funds.indices.filter { funds[$0].pays == .revenue }
      switch chance.below(10) {
      case ..<7: places = [chance.pick(capital), chance.pick(revenue)]
      case ..<8: places = [chance.pick(revenue), chance.pick(capital)]
      case ..<9: places = [chance.pick(capital)]
      default: places = [chance.pick(revenue)]
      }
    }
    var names = places.map { funds[$0].id }
    if chance.chance(15) { names.append(Array("charity".utf8)) }
    if chance.chance(5) { names = [Array("lottery".utf8)]; places = [] }
    return Naming(
      cell: Array(names.joined(separator: [UInt8(ascii: " ")])),
      capital: places.first { funds[$0].pays != .revenue },
      revenue: places.first { funds[$0].pays != .capital })
  }
}
