import Procurement

/// An amount of the plan that has a cell of its own on a screen.
enum AmountCell: Hashable, Sendable {
  /// What the line at a place costs in a year.
  case line(Int, FinancialYear, CostKind)
  /// What is available of the fund at a place in a year.
  case fund(Int, FinancialYear)

  /// The year of the amount.
  var year: FinancialYear {
    switch self {
    case .line(_, let year, _), .fund(_, let year): year
    }
  }

  /// What the amounts of its row are called: `capital of L3`.
  func rowTitle(in plan: Plan) -> String {
    switch self {
    case .line(let place, _, let kind): "\(kind.rawValue) of \(plan.lines[place].id)"
    case .fund(let place, _): "available of fund \(plan.funds[place].id)"
    }
  }
}

/// Amounts in rows, from the focused one on to the right and below.
struct AmountBlock {
  /// How many rows there are.
  let rowCount: Int
  /// The cells of a row, from the column of the focused one on.
  let row: (Int) -> [AmountCell]
}

extension Plan {
  /// The amount in a cell.
  func amount(in cell: AmountCell) -> Money {
    switch cell {
    case .line(let place, let year, let kind): lines[place].cost[year, kind]
    case .fund(let place, let year): funds[place].available[year] ?? .zero
    }
  }

  /// The edits that put amounts into cells; what is so already is left out.
  func edits(putting amounts: [(cell: AmountCell, money: Money)]) -> [Edit] {
    var funds = funds
    var edits: [Edit] = []
    for (cell, money) in amounts {
      switch cell {
      case .line(let place, let year, let kind):
        edits.append(setting(.amount(year, kind, money), at: place))
      case .fund(let place, let year):
        funds[place].available[year] = money == .zero ? nil : money
      }
    }
    let changed = zip(self.funds, funds).enumerated().map { place, pair in
      Edit.fund(at: place, from: pair.0, to: pair.1)
    }
    return (edits + changed).filter { !$0.isIdle }
  }
}
