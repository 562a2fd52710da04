import Procurement

/// The fields of a line on the screen, and which of them is focused.
struct LineForm: Sendable {
  /// The id of the alternative whose fields they are; nil for the line's own.
  var alternative: String?
  /// The focused field: its row, and its place in the row.
  var row = 0
  var column = 0

  /// The fields as rows: two beside each other where the screen is wide, the years of a kind of
  /// cost always.
  static func rows(
    years: [FinancialYear], isWide: Bool, of alternative: String? = nil
  ) -> [[FormField]] {
    let short: [LineField] = [
      .service, .need, .route, .supplier, .funds, .group, .pacs, .spineConnected,
      .crsInteroperable, .id,
    ]
    let long: [LineField] = [.alternatives, .description, .justification, .notes]
    return rows(years, isWide, short, long) { alternative == nil || $0.isOfAlternatives }
      .map { row in row.map { field in alternative.map { .alternative($0, field) } ?? field } }
  }

  private static func rows(
    _ years: [FinancialYear], _ isWide: Bool, _ short: [LineField], _ long: [LineField],
    _ isWanted: (LineField) -> Bool
  ) -> [[FormField]] {
    let costs = CostKind.allCases.map { kind in years.map { FormField.amount($0, kind) } }
    let fields = short.filter(isWanted).map(FormField.value)
    let pairs =
      isWide
      ? stride(from: 0, to: fields.count, by: 2).map { Array(fields[$0...].prefix(2)) }
      : fields.map { [$0] }
    return pairs + costs + long.filter(isWanted).map { [.value($0)] }
  }

  /// The focused field among `rows`.
  func field(in rows: [[FormField]]) -> FormField {
    let fields = rows[min(row, rows.count - 1)]
    return fields[min(column, fields.count - 1)]
  }

  mutating func moveRow(by distance: Int, in rows: [[FormField]]) {
    row = min(max(0, row + distance), rows.count - 1)
  }

  mutating func moveColumn(by distance: Int, in rows: [[FormField]]) {
    let last = rows[min(row, rows.count - 1)].count - 1
    column = min(max(0, min(column, last) + distance), last)
  }

  /// Moves to the next field or the one before, row by row and round the ends.
  mutating func moveField(by distance: Int, in rows: [[FormField]]) {
    let fields = rows.flatMap { $0 }
    guard let place = fields.firstIndex(of: field(in: rows)) else { return }
    let target = fields[(place + distance + fields.count) % fields.count]
    focus(in: rows) { $0 == target }
  }

  /// Focuses the field that a finding is about; for the cost that is the first amount.
  mutating func focus(_ field: LineField, in rows: [[FormField]]) {
    focus(in: rows) { candidate in
      if case .amount = candidate.base { return field == .cost }
      return candidate.base == .value(field)
    }
  }

  /// Focuses a field.
  mutating func focus(onField field: FormField, in rows: [[FormField]]) {
    focus(in: rows) { $0 == field }
  }

  private mutating func focus(in rows: [[FormField]], where isWanted: (FormField) -> Bool) {
    for (row, fields) in rows.enumerated() {
      if let column = fields.firstIndex(where: isWanted) {
        (self.row, self.column) = (row, column)
        return
      }
    }
  }
}

extension LineField {
  /// Whether alternatives have it too.
  fileprivate var isOfAlternatives: Bool { self == .id || Alternative.fields.contains(self) }
}
