import GRDB
import Procurement
import Stores

extension PlanWriting {
  /// Puts a value into its field of a line.
  func set(_ value: LineValue, of id: String) throws {
    switch value {
    case .id(let new): try update("id", .text(new), of: id)
    case .service(let service): try update("service", .text(service), of: id)
    case .pacs(let option): try update("pacs", .optional(option?.rawValue), of: id)
    case .need(let need): try update("need", .text(need.rawValue), of: id)
    case .route(let route): try update("route", .optional(route?.rawValue), of: id)
    case .supplier(let supplier): try update("supplier", .optional(supplier), of: id)
    case .group(let group): try update("buying_group", .optional(group), of: id)
    case .spineConnected(let flag): try update("spine_connected", .optional(flag), of: id)
    case .crsInteroperable(let flag): try update("crs_interoperable", .optional(flag), of: id)
    case .justification(let text): try update("justification", .optional(text), of: id)
    case .description(let text): try update("description", .optional(text), of: id)
    case .funds(let funds): try update("funds", PlanLine.value(funds), of: id)
    case .notes(let text): try update("notes", .optional(text), of: id)
    case .waivers(let waivers): try update("waivers", PlanLine.value(waivers), of: id)
    case .amount(let year, let kind, let money): try set(money, in: year, kind, of: id)
    case .cost(let cost):
      let number = try number(of: id)
      try database.run("DELETE FROM line_cost WHERE line = ?", [.number(number)])
      try insert(cost, of: number)
    }
  }

  private func set(
    _ money: Money, in year: FinancialYear, _ kind: CostKind, of id: String
  ) throws {
    let key: [Value] = [.number(try number(of: id)), .number(year.start), .text(kind.rawValue)]
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
