import Canvas
import Procurement
import Text
import Validation

/// The rows of what trusts buy in columns: the cost, and its parts by year or by how they buy, with
/// amounts that add up as shown.
struct DemandTable {
  let precision: MoneyPrecision
  private let rows: DemandRows
  private let width: Int
  private let amounts: DemandAmounts
  private let shown: DemandAmounts.Shown
  /// The parts that have columns, by their places.
  private let parts: [Int]

  /// The least columns of an amount, and of a name.
  private static let money = 11
  private static let leastName = 26
  /// The columns of the number of trusts.
  private static let trusts = 7

  /// A table as wide as the screen.
  init(_ rows: DemandRows, width: Int) {
    self.rows = rows
    self.width = width
    let amounts = rows.portfolio.known.demandAmounts
      .value(.init(service: rows.service?.service, isByYear: rows.isByYear)) {
        DemandAmounts(rows)
      }
    self.amounts = amounts
    precision = amounts.precision(fitting: DemandTable.money)
    shown = amounts.shown(at: precision)
    let rest = width - 3 - DemandTable.leastName - (rows.service == nil ? DemandTable.trusts : 0)
    let room = max(0, rest / (DemandTable.money + 1) - 1)
    // What is bought alone is what groups are looked for.
    let wanted = rows.isByYear ? Array(amounts.parts.indices) : [2, 0, 1]
    parts = wanted.prefix(room).sorted()
  }

  private var name: Int {
    width - 3 - (parts.count + 1) * (DemandTable.money + 1)
      - (rows.service == nil ? DemandTable.trusts : 0)
  }

  /// The column behind an amount; the first is the cost.
  private func end(_ column: Int) -> Int {
    width - (parts.count - column) * (DemandTable.money + 1)
  }

  func drawHeading(row: Int, on canvas: inout Canvas) {
    let title = rows.service == nil ? "service" : "trust"
    let left = rows.isByYear ? amounts.parts.count - parts.count : 0
    let words =
      [title, precision.mark, left > 0 ? counted(left, "more year") : ""].filter { !$0.isEmpty }
    canvas.write(
      words.joined(separator: ", "), at: Position(row: row, column: 3), width: name,
      role: .heading)
    if rows.service == nil {
      canvas.writeRight(
        "trusts", row: row, endingAt: 3 + name + DemandTable.trusts, width: 6, role: .heading)
    }
    for (column, title) in (["cost"] + parts.map { amounts.parts[$0].title }).enumerated() {
      canvas.writeRight(
        title, row: row, endingAt: end(column), width: DemandTable.money, role: .heading)
    }
  }

  func draw(_ place: Int, row: Int, on canvas: inout Canvas) {
    let position = Position(row: row, column: 3)
    if let service = rows.service {
      let buyer = service.buyers[place]
      let name = rows.portfolio.name(of: buyer.trust)
      let text = width < 60 ? name : "\(name), \(DemandView.ways(of: buyer))"
      canvas.write(text, at: position, width: self.name)
    } else {
      let service = rows.services[place]
      canvas.write(rows.name(of: service), at: position, width: name)
      canvas.writeRight(
        service.buyers.count.grouped, row: row, endingAt: 3 + name + DemandTable.trusts, width: 6)
    }
    draw(shown.rows[place], row: row, role: .text, on: &canvas)
  }

  /// Draws the sums of all rows below their columns.
  func drawSums(row: Int, on canvas: inout Canvas) {
    let count =
      rows.service.map { counted($0.buyers.count, "trust") }
      ?? counted(rows.services.count, "service")
    canvas.write(
      "all \(count)", at: Position(row: row, column: 3), width: name, role: .heading)
    draw(shown.sums, row: row, role: .text, on: &canvas)
  }

  private func draw(_ amounts: [Money], row: Int, role: Role, on canvas: inout Canvas) {
    for (column, money) in ([amounts.reduce(.zero, +)] + parts.map { amounts[$0] }).enumerated() {
      canvas.writeRight(
        precision.text(money), row: row, endingAt: end(column), width: DemandTable.money,
        role: role)
    }
  }
}
