package import Procurement
package import Stores
import Text

/// Title, trust and years in columns. The years are a text, separated by spaces, so that a list of
/// plans needs no other table.
extension Plan.Header {
  /// The columns that hold a header.
  package static let columns =
    "title, trust_code, trust_name, trust_kind, cluster, years, as_of, waivers"

  /// The values of the columns.
  package var values: [Value] {
    [
      .text(title), .text(trust.code), .text(trust.name), .text(trust.kind.rawValue),
      .text(trust.cluster), .text(years.map(\.description).joined(separator: " ")),
      .optional(asOf?.description), .waivers(waivers),
    ]
  }
}

extension Value {
  /// Waivers as JSON; NULL for none.
  package static func waivers(_ waivers: [Waiver]) -> Value {
    waivers.isEmpty ? .null : .text(JSON(waivers).compact)
  }
}

extension Row {
  /// A day of the calendar, or none.
  private func asOf(_ column: CInt) throws(StoreError) -> CalendarDate? {
    guard let text = try optionalText(column) else { return nil }
    guard let day = CalendarDate(text) else { throw damage(column, "has an invalid date") }
    return day
  }

  /// Waivers as JSON; none for NULL.
  package func waivers(_ column: CInt) throws(StoreError) -> [Waiver] {
    isNull(column) ? [] : try json(column) { json throws(JSON.TypeMismatch) in try json.waivers }
  }

  /// The header in eight columns.
  package func header(_ first: CInt) throws(StoreError) -> Plan.Header {
    var years: [FinancialYear] = []
    for word in try text(first + 5).split(separator: " ") {
      guard let year = FinancialYear(word) else {
        throw damage(first + 5, "has an invalid financial year")
      }
      years.append(year)
    }
    return Plan.Header(
      title: try text(first),
      trust: Trust(
        code: try text(first + 1), name: try text(first + 2), kind: try word(first + 3),
        cluster: try text(first + 4)),
      years: years, asOf: try asOf(first + 6), waivers: try waivers(first + 7))
  }
}
