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
    var unconfirmed: Int64 = 0
    var codes: Set<FindingCode> = []
    var waived: Set<FindingCode> = []
  }

  let plan: Plan
  private(set) var lines: [Line] = []
  /// The rows of the contract's table that the lines belong to.
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

  private mutating func judge(_ place: Int) {
    let reader = LineReader(plan: plan, place: place)
    let planLine = plan.lines[place]
    var line = Line()
    line.category = reader.category
    line.supply = reader.row.supply
    line.codes = reader.codes
    line.cost = planLine.cost.amounts.map(\.money.pence).reduce(0, +)
    let isFunded = reader.row.isPaidByProgramme && line.codes.isDisjoint(with: [.S101, .P107])
    var parts: [Part] = []
    if isFunded {
      line.programmeFunded = line.cost
    } else {
      line.trustPayable = line.cost
      parts = draw(planLine)
      line.unfunded = sum(parts) { $0 == nil }
      line.covered = line.trustPayable - line.unfunded
      line.unconfirmed = sum(parts) { $0.map { $0.certainty != .confirmed } ?? false }
    }
    line.codes.formUnion(moneyCodes(reader, line, isFunded: isFunded))
    line.waived = line.codes.intersection(planLine.waivers.map(\.code))
    lines.append(line)
    rows.append(reader.row)
    draws.append(parts)
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
          let part = pays(fund, kind) ? min(rest, left[id]?[year] ?? 0) : 0
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

  private func pays(_ fund: Fund, _ kind: CostKind) -> Bool {
    fund.pays == .either || (fund.pays == .capital && kind == .capital)
      || (fund.pays == .revenue && kind == .revenue)
  }

  /// The sum of the parts whose fund satisfies a condition; the fund is nil if none paid.
  private func sum(_ parts: [Part], where holds: (Fund?) -> Bool) -> Int64 {
    parts.filter { part in holds(plan.funds.first { $0.id == part.fund }) }
      .map(\.pence).reduce(0, +)
  }

  private func moneyCodes(
    _ reader: LineReader, _ result: Line, isFunded: Bool
  ) -> Set<FindingCode> {
    let line = reader.line
    var codes: Set<FindingCode> = []
    if result.unfunded != 0 { codes.insert(.F101) }
    if isFunded && line.route != nil && !line.funds.isEmpty { codes.insert(.F102) }
    let isOffered = reader.category == "core" || (reader.option == .basic && line.need == .new)
    if isOffered && result.trustPayable != 0 { codes.insert(.F103) }
    let declared = plan.funds.filter { line.funds.contains($0.id) }
    let isUnpaid = line.cost.amounts.contains { amount in
      !declared.contains { pays($0, amount.kind) }
    }
    if !isFunded && !declared.isEmpty && isUnpaid { codes.insert(.F104) }
    for id in line.funds where !plan.funds.contains(where: { $0.id == id }) { codes.insert(.F105) }
    if line.need == .new && result.cost == 0 && !isFunded { codes.insert(.F106) }
    if result.unconfirmed != 0 { codes.insert(.F107) }
    return codes
  }
}

// MARK: The whole plan

extension Oracle {
  /// The core services that are expected of the trust's kind and have no line (C103).
  var notPlanned: Set<String> {
    func isPlanned(_ service: String) -> Bool { plan.lines.contains { $0.service == service } }
    let expected = NPfIT.expected.filter { $0.kinds.contains(plan.header.trust.kind) }
    return Set(
      expected.flatMap(\.services).filter { service in
        let others = NPfIT.alternatives.contains(service) ? NPfIT.alternatives : []
        return !([service] + others).contains(where: isPlanned)
      })
  }

  /// The findings on the whole plan.
  var planCodes: Set<FindingCode> {
    var codes: Set<FindingCode> = []
    if !notPlanned.isEmpty { codes.insert(.C103) }
    // The programme pays for a line even if it has no cost yet.
    let isPaid = zip(rows, lines).contains { row, line in
      line.category == "core" && row.isPaidByProgramme && !line.codes.contains(.S101)
    }
    let hasLocalWork = plan.lines.contains { NPfIT.localWork.contains($0.service) }
    if isPaid && !hasLocalWork { codes.insert(.C106) }
    return codes
  }

  /// The waived findings on the whole plan.
  var planWaived: Set<FindingCode> { planCodes.intersection(plan.header.waivers.map(\.code)) }

  /// The number of unwaived findings of each code, on lines and on the whole plan.
  var unwaived: [FindingCode: Int] {
    var counts: [FindingCode: Int] = [:]
    for code in planCodes.subtracting(planWaived) { counts[code] = 1 }
    for line in lines {
      for code in line.codes.subtracting(line.waived) { counts[code, default: 0] += 1 }
    }
    return counts
  }

  /// The number of waived findings.
  var waivedCount: Int { planWaived.count + lines.map(\.waived.count).reduce(0, +) }
}
