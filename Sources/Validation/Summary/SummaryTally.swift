import Procurement
import Text

/// Adds up lines, plan after plan, for a summary.
struct SummaryTally: Sendable {
  /// Lines that have something in common.
  struct Sums: Sendable {
    var lines = 0
    var split = Split()
    /// What people call it, where its key does not say.
    var name = ""

    mutating func add(_ other: Sums) {
      lines += other.lines
      split.add(other.split)
      if name.isEmpty { name = other.name }
    }
  }

  /// Who supplies lines.
  enum Supplier: Hashable, Sendable {
    case none
    /// A provider by its place in the programme.
    case provider(Int)
    /// Another supplier by its folded name.
    case other(String)
  }

  /// Funds that are added up: those of one id and certainty.
  struct FundKey: Hashable, Sendable {
    let id: String
    let certainty: Fund.Certainty
  }

  /// What funds have and how much of it is used, by year.
  struct FundSums: Sendable {
    var name = ""
    var years: [FinancialYear: CertainUse] = [:]
  }

  var plans = 0
  /// The codes of trusts, as they are compared.
  var trusts: Set<String> = []
  var lines = 0
  var years: [FinancialYear: Split] = [:]
  var funds: [FundKey: FundSums] = [:]
  var supplies: [Supply?: Sums] = [:]
  var categories: [Int?: Sums] = [:]
  var suppliers: [Supplier: Sums] = [:]
  /// The number of findings that are not waived, by the ordinals of codes.
  var codes = [Int](repeating: 0, count: FindingCode.allCases.count)

  /// Starts another plan.
  mutating func begin(_ header: Plan.Header) {
    plans += 1
    trusts.insert(header.trust.comparedCode)
    for year in header.years { years[year, default: Split()].add(Split()) }
  }

  /// Adds a line.
  mutating func add(_ verdict: LineVerdict, _ supplier: Supplier, named name: String) {
    lines += 1
    var line = Sums(lines: 1)
    line.split.add(verdict)
    supplies[verdict.supply, default: Sums()].add(line)
    categories[verdict.category, default: Sums()].add(line)
    line.name = name
    suppliers[supplier, default: Sums()].add(line)
    for code in verdict.unwaived.codes { codes[code.ordinal] += 1 }
  }

  /// Adds what a line costs, before what funds cover of it.
  mutating func add(_ money: Money, in year: FinancialYear, _ payer: Payer) {
    years[year, default: Split()].cost.pence &+= money.pence
    if payer == .programme { years[year, default: Split()].programmeFunded.pence &+= money.pence }
  }

  /// Adds a fund with what is left of it in a year.
  mutating func add(_ fund: Fund, drawn: Money, in year: FinancialYear) {
    let isConfirmed = fund.certainty == .confirmed
    let use = CertainUse(
      confirmed: isConfirmed ? drawn : .zero, unconfirmed: isConfirmed ? .zero : drawn,
      left: (fund.available[year] ?? .zero) - drawn)
    let key = FundKey(id: fund.id, certainty: fund.certainty)
    var sums = funds[key] ?? FundSums(name: fund.name)
    sums.years[year] = (sums.years[year] ?? CertainUse()) + use
    funds[key] = sums
    years[year, default: Split()].covered.pence &+= drawn.pence
    if !isConfirmed { years[year, default: Split()].unconfirmed.pence &+= drawn.pence }
  }

  /// Adds what other plans come to.
  mutating func add(_ other: SummaryTally) {
    plans += other.plans
    trusts.formUnion(other.trusts)
    lines += other.lines
    for (year, split) in other.years { years[year, default: Split()].add(split) }
    for (key, sums) in other.funds {
      let name = funds[key]?.name ?? sums.name
      funds[key, default: FundSums()].years.merge(sums.years) { $0 + $1 }
      funds[key]?.name = name
    }
    for (key, sums) in other.supplies { supplies[key, default: Sums()].add(sums) }
    for (key, sums) in other.categories { categories[key, default: Sums()].add(sums) }
    for (key, sums) in other.suppliers { suppliers[key, default: Sums()].add(sums) }
    for code in codes.indices { codes[code] += other.codes[code] }
  }
}

extension ProgrammeIndex {
  /// Who supplies lines that name a supplier so.
  func summarySupplier(_ name: String?) -> SummaryTally.Supplier {
    guard let name, !name.isBlank else { return .none }
    return provider(name).map(SummaryTally.Supplier.provider) ?? .other(name.folded)
  }
}

extension Fund {
  /// The years for which it has money, and others of its plan.
  func summaryYears(_ header: Plan.Header) -> Set<FinancialYear> {
    Set(available.keys).union(header.years)
  }
}

// MARK: Results

extension MoneySummary {
  init(_ tally: SummaryTally, of programme: Programme) {
    plans = tally.plans
    trusts = tally.trusts.count
    lines = tally.lines
    years = tally.years.sorted { $0.key < $1.key }.map { Year(year: $0.key, split: $0.value) }
    total = years.reduce(into: Split()) { $0.add($1.split) }
    supplies = (Supply.allCases.map(Optional.some) + [nil]).compactMap { supply in
      tally.supplies[supply].map { Part($0, id: supply?.rawValue, supply?.summaryName ?? "none") }
    }
    categories = (programme.categories.indices.map(Optional.some) + [nil]).compactMap { place in
      let category = place.map { programme.categories[$0] }
      return tally.categories[place].map {
        Part($0, id: category?.id, category?.name ?? "unknown services")
      }
    }
    suppliers = tally.suppliers.map { supplier, sums in
      switch supplier {
      case .none: Part(sums, id: nil, "no supplier named")
      case .provider(let place):
        Part(sums, id: programme.providers[place].id, programme.providers[place].name)
      case .other: Part(sums, id: sums.name, sums.name)
      }
    }.sorted { left, right in
      (right.split.cost, right.lines, left.name) < (left.split.cost, left.lines, right.name)
    }
    let places = years.map(\.year)
    funds = tally.funds.map { key, sums in
      FundPart(
        id: key.id, name: sums.name.isBlank ? key.id : sums.name, certainty: key.certainty,
        uses: places.map { sums.years[$0] ?? CertainUse() })
    }.sorted { left, right in
      let (one, other) = (left.whole.available, right.whole.available)
      return one == other
        ? (left.id ?? "", left.certainty?.rawValue ?? "")
          < (right.id ?? "", right.certainty?.rawValue ?? "") : one > other
    }
    findings =
      FindingCode.allCases.map { FindingCount(code: $0, count: tally.codes[$0.ordinal]) }
      .filter { $0.count > 0 }.worstFirst
  }

  /// The same with findings on the plan's trust and on several plans.
  public func counting(_ joint: [PortfolioFinding]) -> MoneySummary {
    var summary = self
    for finding in joint {
      if let place = summary.findings.firstIndex(where: { $0.code == finding.code }) {
        summary.findings[place].count += 1
      } else {
        summary.findings.append(FindingCount(code: finding.code, count: 1))
      }
    }
    summary.findings = summary.findings.worstFirst
    return summary
  }
}

extension [MoneySummary.FindingCount] {
  /// The worst and most frequent first.
  fileprivate var worstFirst: [MoneySummary.FindingCount] {
    sorted { left, right in
      (right.code.severity, right.count, left.code) < (left.code.severity, left.count, right.code)
    }
  }
}

extension MoneySummary.Part {
  fileprivate init(_ sums: SummaryTally.Sums, id: String?, _ name: String) {
    self.init(id: id, name: name, lines: sums.lines, split: sums.split)
  }
}

extension Supply {
  fileprivate var summaryName: String {
    switch self {
    case .exclusive: "only the region's LSP"
    case .nonExclusive: "any supplier"
    case .notEngaged: "no new system"
    }
  }
}
