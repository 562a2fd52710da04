import Procurement
import Text
import Validation

/// What lines do with the focused fund, or draw on it in the focused year.
struct FundDetails {
  /// The most lines that are named, and that are looked at for that.
  private static let named = 12
  private static let examined = 200

  private let assessment: Assessment
  private var plan: Plan { assessment.plan }

  init(_ assessment: Assessment) { self.assessment = assessment }

  /// What draws on the fund at a place in a year: `drawn in 2004-05: L3 PACS 250,000.00`.
  func draws(onFund fund: Int, in year: FinancialYear) -> String {
    let (id, name) = (plan.funds[fund].id, plan.funds[fund].shownName)
    let places = places(naming: id, limit: FundDetails.examined)
    var drawn: [(place: Int, money: Money)] = []
    for place in places.prefix(FundDetails.examined) where drawn.count < FundDetails.named {
      let draws = assessment.draws(at: place).filter { $0.fund == fund && $0.year == year }
      let money = draws.reduce(into: Money.zero) { $0 += $1.money }
      if money != .zero { drawn.append((place, money)) }
    }
    guard !drawn.isEmpty else { return "nothing is drawn on \(name) in \(year)" }
    let words = drawn.map { place, money in
      let line = plan.lines[place]
      return "\(line.id) \(assessment.name(of: line)) \(money.grouped)"
    }
    let sum = drawn.reduce(into: Money.zero) { $0 += $1.money }
    let rest = assessment.balance(ofFund: fund, in: year).drawn - sum
    return "drawn on \(name) in \(year): " + words.joined(separator: ", ")
      + (rest > .zero ? ", others \(rest.grouped)" : "")
  }

  /// The places of the first lines that name a fund; lines are lent, because most of a plan may
  /// name none.
  private func places(naming id: String, limit: Int) -> [Int] {
    var places: [Int] = []
    plan.lines.lendBlocks { start, block in
      guard let first = block.baseAddress, places.count < limit else { return }
      for offset in block.indices
      where places.count < limit && (first + offset).pointee.funds.contains(id) {
        places.append(start + offset)
      }
    }
    return places
  }
}
