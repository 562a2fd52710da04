import Canvas
import Procurement
import Text
import Validation

/// Services with the number of trusts that buy them, or the trusts that buy one of them.
struct DemandView {
  private let rows: DemandRows

  init(_ rows: DemandRows) {
    self.rows = rows
  }

  func draw(on canvas: inout Canvas, _ layout: Layout, focus: ListFocus) {
    let table = DemandTable(rows, width: layout.size.columns)
    if let heading = layout.heading { table.drawHeading(row: heading, on: &canvas) }
    canvas.cursor = Position(
      row: layout.list.lowerBound + max(0, focus.index - focus.top), column: 0)
    let count = rows.service?.buyers.count ?? rows.services.count
    if count == 0 {
      canvas.write(
        "no trust buys a listed service",
        at: Position(row: layout.list.lowerBound, column: 3), role: .dim)
    }
    for (place, row) in zip(focus.top..<max(focus.top, count), layout.list) {
      if place == focus.index {
        canvas.write(">", at: Position(row: row, column: 0), role: .mark)
      }
      table.draw(place, row: row, on: &canvas)
    }
  }

  // MARK: Words

  /// A row in words, for a dialogue.
  func words(ofRow row: Int) -> String {
    if let service = rows.service {
      let buyer = service.buyers[row]
      return "\(rows.portfolio.name(of: buyer.trust)): \(DemandView.ways(of: buyer)), "
        + "\(counted(buyer.lines, "line")), cost \(buyer.cost.grouped)"
    }
    let service = rows.services[row]
    return "\(rows.name(of: service)): \(counted(service.buyers.count, "trust")), "
      + "cost \(service.cost.grouped)"
  }

  /// What there is to say of a service: who buys it alone, the groups for it, and its cost by route
  /// and year; or of a trust, its cost by year.
  func details(ofRow row: Int) -> [String] {
    if let service = rows.service {
      guard service.buyers.indices.contains(row) else { return [] }
      let buyer = service.buyers[row]
      return [
        words(ofRow: row), DemandView.byYear(buyer.years.sorted { $0.key < $1.key }.map { $0 }),
      ]
    }
    guard rows.services.indices.contains(row) else { return [] }
    let service = rows.services[row]
    return [
      alone(service), DemandView.byRoute(service),
      DemandView.byYear(service.years.map { ($0.year, $0.cost) }),
    ]
  }

  /// Who buys a service alone, and which groups there are for it.
  private func alone(_ service: ServiceDemand) -> String {
    let buyers = service.buyers(.alone)
    let groups = service.groups.map { "\($0.id) (\(counted($0.trusts, "trust")))" }
    let named = groups.prefix(4).joined(separator: ", ")
    let more = groups.count > 4 ? " and \(groups.count - 4) more" : ""
    let existing = groups.isEmpty ? "no group buys it" : "existing groups: \(named)\(more)"
    guard !buyers.isEmpty else {
      return "no trust buys \(rows.name(of: service)) on its own; \(existing)"
    }
    let verb = buyers.count == 1 ? "buys" : "buy"
    let own = buyers.count == 1 ? "its own" : "their own"
    return "\(counted(buyers.count, "trust")) \(verb) \(rows.name(of: service)) on \(own): "
      + "£\(service.cost(.alone).grouped); \(existing)"
  }

  private static func byRoute(_ service: ServiceDemand) -> String {
    "by route: "
      + service.routes.map { route, trusts, cost in
        "\(route?.name ?? "undecided") \(cost.grouped) (\(counted(trusts, "trust")))"
      }.joined(separator: ", ")
  }

  private static func byYear(_ years: [(FinancialYear, Money)]) -> String {
    years.isEmpty
      ? "no costs yet"
      : "by year: " + years.map { "\($0) \($1.grouped)" }.joined(separator: ", ")
  }

  /// How a trust buys a service.
  static func ways(of buyer: ServiceDemand.Buyer) -> String {
    ServiceDemand.Way.allCases.filter { buyer.costs[$0] != nil }.map { way in
      switch way {
      case .programme: "programme"
      case .group: "with \(buyer.groups.sorted().joined(separator: ", "))"
      case .alone: "alone"
      }
    }.joined(separator: " and ")
  }
}

/// The rows of what trusts buy, with amounts that add up as shown.
struct DemandTable {
  let precision: MoneyPrecision
  private let rows: DemandRows
  private let width: Int
  private let amounts: [[Money]]
  private let shown: [ServiceDemand.Way?]

  /// The least columns of an amount.
  private static let money = 11

  /// A table as wide as the screen.
  init(_ rows: DemandRows, width: Int) {
    self.rows = rows
    self.width = width
    let ways = ServiceDemand.Way.allCases
    let exact =
      rows.service.map { service in
        service.buyers.map { buyer in ways.map { buyer.costs[$0] ?? .zero } }
      } ?? rows.services.map { service in ways.map(service.cost) }
    let sums = ways.indices.map { way in exact.reduce(.zero) { $0 + $1[way] } }
    let largest = sums.reduce(.zero, +)
    precision =
      MoneyPrecision(exactFor: exact.joined()).andCoarser
      .first { $0.width(of: largest) <= DemandTable.money } ?? .billions
    let precision = precision
    amounts = rows.portfolio.known.demandAmounts
      .value(.init(service: rows.service?.service, precision: precision)) {
        RoundedTable(exact, wholes: precision.rounded(parts: sums), to: precision).rows
      }
    shown = width < 60 ? [nil] : width < 100 ? [nil, .alone] : [nil, .programme, .group, .alone]
  }

  private var name: Int {
    width - 3 - shown.count * (DemandTable.money + 1) - (rows.service == nil ? 7 : 0)
  }

  /// The column behind an amount.
  private func end(_ column: Int) -> Int {
    width - (shown.count - 1 - column) * (DemandTable.money + 1)
  }

  func drawHeading(row: Int, on canvas: inout Canvas) {
    let title = rows.service == nil ? "service" : "trust"
    let mark = precision.mark.isEmpty ? title : "\(title), \(precision.mark)"
    canvas.write(mark, at: Position(row: row, column: 3), width: name, role: .heading)
    if rows.service == nil {
      canvas.writeRight("trusts", row: row, endingAt: 3 + name + 7, width: 6, role: .heading)
    }
    for (column, way) in shown.enumerated() {
      let title =
        switch way {
        case nil: "cost"
        case .programme: "programme"
        case .group: "in groups"
        case .alone: "alone"
        }
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
        service.buyers.count.grouped, row: row, endingAt: 3 + name + 7, width: 6)
    }
    for (column, way) in shown.enumerated() {
      let money: Money =
        way.flatMap { ServiceDemand.Way.allCases.firstIndex(of: $0) }
        .map { amounts[place][$0] } ?? amounts[place].reduce(.zero, +)
      canvas.writeRight(
        precision.text(money), row: row, endingAt: end(column), width: DemandTable.money)
    }
  }
}
