import Procurement
import RelationalStores
import Stores
import Text

extension PlanLine {
  /// The columns of `line` that hold a line, apart from its costs.
  static let columns = """
    id, service, pacs, need, route, supplier, buying_group, spine_connected, crs_interoperable, \
    justification, description, funds, notes, waivers, alternatives
    """

  /// The values of the columns.
  var values: [Value] {
    [
      .text(id), .text(service), .optional(pacs?.rawValue), .text(need.rawValue),
      .optional(route?.rawValue), .optional(supplier), .optional(group),
      .optional(spineConnected), .optional(crsInteroperable), .optional(justification),
      .optional(description), PlanLine.value(funds), .optional(notes), .waivers(waivers),
      PlanLine.value(alternatives),
    ]
  }

  /// The value for a list of funds; NULL for none.
  static func value(_ funds: [String]) -> Value {
    funds.isEmpty ? .null : .text(JSON.texts(funds).compact)
  }

  /// The value for alternatives; NULL for none.
  static func value(_ alternatives: [Alternative]) -> Value {
    alternatives.isEmpty
      ? .null : .text(JSON.list(alternatives.map { JSON($0) }).compact)
  }
}

extension Row {
  /// The line in fifteen columns, without its costs.
  func line(_ first: CInt, sharing shared: inout Shared) throws(StoreError) -> PlanLine {
    var line = PlanLine(
      id: shared.text(try text(first)), service: shared.text(try text(first + 1)))
    line.pacs = try optionalWord(first + 2)
    line.need = try word(first + 3)
    line.route = try optionalWord(first + 4)
    line.supplier = shared.text(try optionalText(first + 5))
    line.group = shared.text(try optionalText(first + 6))
    line.spineConnected = try flag(first + 7)
    line.crsInteroperable = try flag(first + 8)
    line.justification = shared.text(try optionalText(first + 9))
    line.description = shared.text(try optionalText(first + 10))
    line.funds = try shared.funds(in: self, first + 11)
    line.notes = shared.text(try optionalText(first + 12))
    line.waivers = try waivers(first + 13)
    if !isNull(first + 14) {
      line.alternatives = try json(first + 14) { json throws(JSON.TypeMismatch) in
        try json.alternatives
      }
    }
    return line
  }
}
