import PlanGenerators
import Procurement

/// Judges a plan by the text of the contract, sections 3 and 4, sentence by sentence.
///
/// It shares only the plan with the engine: it is slow, stores nothing between two plans and has
/// the national programme built in. C101 is left out, since the contract does not define
/// resemblance.
struct Oracle {
  /// The results for a line by the contract.
  struct Line: Equatable {
    var category: String?
    var supply: Supply?
    var cost: Int64 = 0
    var programmeFunded: Int64 = 0
    var trustPayable: Int64 = 0
    var covered: Int64 = 0
    var unfunded: Int64 = 0
    var codes: Set<FindingCode> = []
  }

  let plan: Plan
  private(set) var lines: [Line] = []
  /// The rows of the contract's table that lines fell into.
  private(set) var rows: [Row] = []
  /// The parts of every line: fund, year, kind and amount.
  private(set) var draws: [[Part]] = []
  /// What is left of every fund, by id and year.
  private(set) var left: [String: [FinancialYear: Int64]] = [:]

  init(_ plan: Plan) {
    self.plan = plan
    for fund in plan.funds { left[fund.id] = fund.available.mapValues(\.pence) }
    for place in plan.lines.indices { judge(place) }
  }

  /// The core services without a line (C103).
  var notPlanned: [String] {
    NPfIT.core.filter { service in !plan.lines.contains { $0.service == service } }
  }

  /// The findings on a line that are waived.
  func waived(at place: Int) -> Set<FindingCode> {
    lines[place].codes.filter { code in plan.lines[place].waivers.contains { $0.code == code } }
  }

  /// The numbers of unwaived notes, warnings and errors, and of waived findings.
  var counts: [Int] {
    var counts = [notPlanned.isEmpty ? 0 : 1, 0, 0, 0]
    for place in lines.indices {
      let waived = waived(at: place)
      for code in lines[place].codes.subtracting(waived) {
        switch code.severity {
        case .note: counts[0] += 1
        case .warning: counts[1] += 1
        case .error: counts[2] += 1
        }
      }
      counts[3] += waived.count
    }
    return counts
  }

  private mutating func judge(_ place: Int) {
    let reader = LineReader(plan: plan, place: place)
    let row = reader.row
    var line = Line()
    line.category = reader.category
    line.supply = row.supply
    line.cost = plan.lines[place].cost.amounts.map(\.money.pence).reduce(0, +)
    var codes = reader.codes
    if row.isPaidByProgramme && !codes.contains(.S101) {
      line.programmeFunded = line.cost
      draws.append([])
    } else {
      line.trustPayable = line.cost
      let parts = draw(plan.lines[place])
      line.unfunded = parts.filter { $0.fund == nil }.map(\.pence).reduce(0, +)
      line.covered = line.trustPayable - line.unfunded
      draws.append(parts)
    }
    let isFunded = row.isPaidByProgramme && !codes.contains(.S101)
    codes.formUnion(moneyCodes(plan.lines[place], line, isFunded: isFunded))
    line.codes = codes
    lines.append(line)
    rows.append(row)
  }
}

// MARK: Money

extension Oracle {
  /// A part of a cost with the fund that paid it; nil if none did.
  struct Part: Equatable {
    var fund: String?
    var year: FinancialYear
    var kind: CostKind
    var pence: Int64
  }

  private mutating func draw(_ line: PlanLine) -> [Part] {
    var parts: [Part] = []
    let years = Set(line.cost.amounts.map(\.year)).sorted()
    for year in years {
      for kind in [CostKind.capital, .revenue] {
        var rest = line.cost[year, kind].pence
        for id in line.funds {
          guard let fund = plan.funds.first(where: { $0.id == id }) else { continue }
          let fits =
            fund.pays == .either || (fund.pays == .capital && kind == .capital)
            || (fund.pays == .revenue && kind == .revenue)
          let part = fits ? min(rest, left[id]?[year] ?? 0) : 0
          if part > 0 {
            left[id]?[year]? -= part
            rest -= part
            parts.append(Part(fund: id, year: year, kind: kind, pence: part))
          }
        }
        if rest > 0 { parts.append(Part(fund: nil, year: year, kind: kind, pence: rest)) }
      }
    }
    return parts
  }

  private func moneyCodes(_ line: PlanLine, _ result: Line, isFunded: Bool) -> Set<FindingCode> {
    var codes: Set<FindingCode> = []
    if result.unfunded != 0 { codes.insert(.F101) }
    if isFunded && !line.funds.isEmpty { codes.insert(.F102) }
    if result.trustPayable != 0 { codes.insert(.F103) }
    let declared = plan.funds.filter { line.funds.contains($0.id) }
    if !isFunded && !declared.isEmpty {
      let pays = Set(declared.map(\.pays))
      let kinds = Set(line.cost.amounts.map(\.kind))
      if kinds.contains(.capital) && !pays.contains(.capital) && !pays.contains(.either) {
        codes.insert(.F104)
      }
      if kinds.contains(.revenue) && !pays.contains(.revenue) && !pays.contains(.either) {
        codes.insert(.F104)
      }
    }
    for id in line.funds where !plan.funds.contains(where: { $0.id == id }) { codes.insert(.F105) }
    if line.need == .new && result.cost == 0 { codes.insert(.F106) }
    return codes
  }
}
