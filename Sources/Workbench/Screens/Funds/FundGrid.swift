import Procurement

/// The fields of funds as a grid: for each fund a row of what it is, and one of what is available
/// by year.
struct FundGrid {
  /// The places of the fields in the list of all, in rows.
  let rows: [[Int]]
  /// How many fields say what a fund is.
  private static let heads = 4

  init(_ plan: Plan) {
    let years = plan.header.years.count
    let fields = FundGrid.heads + years
    rows = plan.funds.indices.flatMap { fund -> [[Int]] in
      let first = fund * fields
      return [
        Array(first..<first + FundGrid.heads), Array(first + FundGrid.heads..<first + fields),
      ]
    }
  }

  /// The row and the column of a field; those of the first where it is not there.
  func position(of place: Int) -> (row: Int, column: Int) {
    for (row, places) in rows.enumerated() {
      if let column = places.firstIndex(of: place) { return (row, column) }
    }
    return (0, 0)
  }

  /// The field to which an action leads from another; `page` is how many rows a page has.
  func place(after action: Action, from place: Int, page: Int) -> Int {
    let last = max(0, rows.reduce(0) { $0 + $1.count } - 1)
    var (row, column) = position(of: place)
    switch action {
    case .nextField: return min(place + 1, last)
    case .previousField: return max(place - 1, 0)
    case .left: column -= 1
    case .right: column += 1
    case .up: row -= 1
    case .down: row += 1
    case .pageUp: row -= page
    case .pageDown: row += page
    case .first: return 0
    case .last: return last
    default: return place
    }
    guard !rows.isEmpty else { return 0 }
    let fields = rows[max(0, min(row, rows.count - 1))]
    return fields.isEmpty ? place : fields[max(0, min(column, fields.count - 1))]
  }

  /// The amount so many after another, from fund to fund; nil behind the last and before the first.
  func amount(_ distance: Int, from place: Int) -> Int? {
    let amounts = rows.enumerated().filter { $0.offset % 2 == 1 }.flatMap(\.element)
    guard let index = amounts.firstIndex(of: place), amounts.indices.contains(index + distance)
    else { return nil }
    return amounts[index + distance]
  }

  /// The first field of the fund that a field belongs to.
  func head(of place: Int) -> Int { rows[position(of: place).row / 2 * 2].first ?? place }

  /// The amount of the same year of the fund below another amount; the same one in the last fund.
  func below(_ place: Int) -> Int {
    let (row, column) = position(of: place)
    return row + 2 < rows.count ? rows[row + 2][column] : place
  }
}
