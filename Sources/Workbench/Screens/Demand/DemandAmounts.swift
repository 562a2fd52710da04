import Procurement
import Validation

/// The amounts of a list of what trusts buy: a row of parts for each service or trust, and the sums
/// of the columns.
struct DemandAmounts: Sendable {
  /// What the parts of a row are of.
  enum Part: Hashable, Sendable {
    case way(ServiceDemand.Way)
    case year(FinancialYear)

    /// What heads its column.
    var title: String {
      switch self {
      case .way(.programme): "programme"
      case .way(.group): "in groups"
      case .way(.alone): "alone"
      case .year(let year): year.description
      }
    }
  }

  let parts: [Part]
  private let rows: [[Money]]
  private let sums: [Money]
  /// The precision without rounding.
  private let exact: MoneyPrecision
  /// What is shown at a precision.
  private let shown = KnownValues<MoneyPrecision, Shown>()

  /// Rows and sums as they are shown: they add up.
  struct Shown: Sendable {
    let rows: [[Money]]
    let sums: [Money]
  }

  init(_ list: DemandRows) {
    let parts =
      list.isByYear ? DemandAmounts.years(of: list) : ServiceDemand.Way.allCases.map(Part.way)
    self.parts = parts
    let rows = DemandAmounts.rows(of: list, parts)
    self.rows = rows
    exact = MoneyPrecision(exactFor: rows.joined())
    sums = parts.indices.map { part in rows.reduce(.zero) { $0 + $1[part] } }
  }

  private static func rows(of list: DemandRows, _ parts: [Part]) -> [[Money]] {
    if let service = list.service {
      return service.buyers.map { buyer in parts.map { amount($0, of: buyer) } }
    }
    return list.services.map { service in
      service.buyers.reduce(into: parts.map { _ in Money.zero }) { sums, buyer in
        for place in parts.indices {
          sums[place] = sums[place] + amount(parts[place], of: buyer)
        }
      }
    }
  }

  private static func years(of list: DemandRows) -> [Part] {
    let buyers = list.service?.buyers ?? list.services.flatMap(\.buyers)
    return Set(buyers.flatMap(\.years.keys)).sorted().map(Part.year)
  }

  private static func amount(_ part: Part, of buyer: ServiceDemand.Buyer) -> Money {
    switch part {
    case .way(let way): buyer.costs[way] ?? .zero
    case .year(let year): buyer.years[year] ?? .zero
    }
  }

  /// The finest precision at which the sum of all fits a width.
  func precision(fitting width: Int) -> MoneyPrecision {
    let largest = sums.reduce(.zero, +)
    return exact.andCoarser.first { $0.width(of: largest) <= width } ?? .billions
  }

  /// The amounts of a row in pounds and pence.
  func exactParts(of row: Int) -> [Money] { rows[row] }

  /// Rows and sums at a precision.
  func shown(at precision: MoneyPrecision) -> Shown {
    shown.value(precision) {
      let wholes = precision.rounded(parts: sums)
      return Shown(rows: RoundedTable(rows, wholes: wholes, to: precision).rows, sums: wholes)
    }
  }
}
