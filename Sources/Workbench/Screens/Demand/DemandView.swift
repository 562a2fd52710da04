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
    return rows.portfolio.known.demandDetails.value(service.service) {
      [
        alone(service), DemandView.byRoute(service),
        DemandView.byYear(service.years.map { ($0.year, $0.cost) }),
      ]
    }
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
