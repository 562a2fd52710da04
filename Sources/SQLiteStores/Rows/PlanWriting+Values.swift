import Procurement
import RelationalStores
import Stores

extension PlanWriting {
  /// Sets a field of the line in a row.
  func set(_ value: LineValue, of number: Int) throws {
    switch value {
    case .id(let new): try update("id", .text(new), of: number)
    case .service(let service): try update("service", .text(service), of: number)
    case .pacs(let option): try update("pacs", .optional(option?.rawValue), of: number)
    case .need(let need): try update("need", .text(need.rawValue), of: number)
    case .route(let route): try update("route", .optional(route?.rawValue), of: number)
    case .supplier(let supplier): try update("supplier", .optional(supplier), of: number)
    case .group(let group): try update("buying_group", .optional(group), of: number)
    case .spineConnected(let flag): try update("spine_connected", .optional(flag), of: number)
    case .crsInteroperable(let flag): try update("crs_interoperable", .optional(flag), of: number)
    case .justification(let text): try update("justification", .optional(text), of: number)
    case .description(let text): try update("description", .optional(text), of: number)
    case .funds(let funds): try update("funds", PlanLine.value(funds), of: number)
    case .notes(let text): try update("notes", .optional(text), of: number)
    case .waivers(let waivers): try update("waivers", .waivers(waivers), of: number)
    case .alternatives(let alternatives):
      try update("alternatives", PlanLine.value(alternatives), of: number)
    case .amount(let year, let kind, let money): try set(money, in: year, kind, of: number)
    case .cost(let cost):
      try database.run("DELETE FROM line_cost WHERE line = ?", [.number(number)])
      try insert(cost, of: number)
    }
  }

  private func set(
    _ money: Money, in year: FinancialYear, _ kind: CostKind, of number: Int
  ) throws {
    let key: [Value] = [.number(number), .number(year.start), .text(kind.rawValue)]
    if money == .zero {
      try database.run("DELETE FROM line_cost WHERE line = ? AND year = ? AND kind = ?", key)
    } else {
      try database.run(
        """
        INSERT INTO line_cost(line, year, kind, pence) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET pence = excluded.pence
        """, key + [.integer(money.pence)])
    }
  }
}
