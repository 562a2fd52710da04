import Procurement

/// The fields of a line on the screen, and which of them is focused.
struct LineForm: Sendable {
  /// The id of the alternative whose fields they are; nil for the line's own.
  var alternative: String?
  /// Whether it shows every field, also those that do not apply to such a line.
  var showsAll = false
  /// The focused field; nil while that is the first one. It stays focused when other fields appear
  /// or disappear, as a change of the service makes them do.
  private(set) var focused: FormField?
  /// The place in a row to which moving up and down returns after a shorter row.
  private var column = 0

  init(alternative: String? = nil, showsAll: Bool = false) {
    self.alternative = alternative
    self.showsAll = showsAll
  }

  /// The fields as rows: two beside each other where the screen is wide, the years of a kind of
  /// cost always.
  static func rows(
    years: [FinancialYear], isWide: Bool, of alternative: String? = nil,
    where isWanted: (LineField) -> Bool
  ) -> [[FormField]] {
    let short: [LineField] = [
      .service, .need, .route, .supplier, .funds, .group, .pacs, .spineConnected,
      .crsInteroperable, .id,
    ]
    let long: [LineField] = [.alternatives, .description, .justification, .notes]
    let rows = rows(years, isWide, short, long) { field in
      (alternative == nil || field.isOfAlternatives) && isWanted(field)
    }
    return rows.map { row in
      row.map { field in alternative.map { .alternative($0, field) } ?? field }
    }
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

  // MARK: The focus

  /// The focused field among `rows`.
  func field(in rows: [[FormField]]) -> FormField {
    let (row, column) = position(in: rows)
    return rows[row][column]
  }

  /// The row of the focused field, and its place there.
  func position(in rows: [[FormField]]) -> (row: Int, column: Int) {
    for (row, fields) in rows.enumerated() {
      if let column = fields.firstIndex(where: { $0 == focused }) { return (row, column) }
    }
    return (0, 0)
  }

  mutating func moveRow(by distance: Int, in rows: [[FormField]]) {
    let row = min(max(0, position(in: rows).row + distance), rows.count - 1)
    focused = rows[row][min(column, rows[row].count - 1)]
  }

  mutating func moveColumn(by distance: Int, in rows: [[FormField]]) {
    let (row, place) = position(in: rows)
    column = min(max(0, place + distance), rows[row].count - 1)
    focused = rows[row][column]
  }

  /// Moves to the next field or the one before, row by row and round the ends.
  mutating func moveField(by distance: Int, in rows: [[FormField]]) {
    let fields = rows.flatMap { $0 }
    guard let place = fields.firstIndex(of: field(in: rows)) else { return }
    focus(onField: fields[(place + distance + fields.count) % fields.count], in: rows)
  }

  /// Focuses the field that a finding is about; for the cost that is the first amount. A field that
  /// is hidden is shown while it is focused.
  mutating func focus(_ field: LineField, in rows: [[FormField]]) {
    let shown = rows.joined().first { candidate in
      candidate.isAmount ? field == .cost : candidate.base == .value(field)
    }
    let hidden = alternative.map { .alternative($0, .value(field)) } ?? FormField.value(field)
    focus(onField: shown ?? hidden, in: rows)
  }

  /// Focuses a field.
  mutating func focus(onField field: FormField, in rows: [[FormField]]) {
    focused = field
    column = position(in: rows).column
  }

  /// Follows an alternative that has another id now.
  mutating func rename(to id: String) {
    alternative = id
    focused = focused.map { .alternative(id, $0.base) }
  }
}

extension LineField {
  /// Whether alternatives have it too.
  fileprivate var isOfAlternatives: Bool { self == .id || Alternative.fields.contains(self) }
}
