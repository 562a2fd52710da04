import Procurement
import Text
import Validation

/// Makes lines of the cells of rows, each with an id of its own.
struct PastedRowReader {
  private let reader: FieldValueReader
  let columns: [PastedColumn]
  /// How the user comes to the screen on which the plan's years are changed.
  private let yearsKey: String
  private var ids: Set<String>
  private var number: Int
  /// The places of columns that hold something and that no line has a field for.
  private(set) var leftOut: Set<Int> = []

  init(_ assessment: Assessment, _ columns: [PastedColumn], yearsKey: String) {
    let plan = assessment.plan
    reader = FieldValueReader(assessment.index.programme, plan)
    self.columns = columns
    self.yearsKey = yearsKey
    ids = Set(plan.lines.map(\.id))
    number = plan.lines.count
  }

  /// The names of the first columns that are left out.
  func leftOutNames(_ count: Int) -> [String] {
    leftOut.sorted().prefix(count).map { column(at: $0).name }
  }

  /// The column at a place; a row may have more than are named.
  private func column(at place: Int) -> PastedColumn {
    place < columns.count ? columns[place] : .unnamed(at: place)
  }

  /// The line of a row, and why it cannot be added.
  mutating func row(of row: SpreadsheetText.Row) -> PastedRows.Row {
    var line = PlanLine(id: "", service: "")
    var read: [FormField: [LineValue]] = [:]
    var faults: [String] = []
    for (place, cell) in row.cells.enumerated() {
      let text = cell.trimmed
      guard !text.isEmpty else { continue }
      let column = column(at: place)
      do throws(FieldFault) {
        switch column {
        case .known(let column):
          let values = try values(of: text, for: column, &read)
          for value in values { line.add(value, of: column.field) }
        case .missingYear(let year, name: let name): try refuse(text, in: year, name)
        case .unknown: leftOut.insert(place)
        }
      } catch { faults.append(error.words) }
    }
    if line.service.isEmpty { faults.insert("service: there is none; name one", at: 0) }
    // A row that is left out takes no id from those that are added.
    line.id = faults.isEmpty ? freeID(wanted: line.id) : line.id
    let text = row.cells.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " · ")
    return PastedRows.Row(number: row.number, text: text, line: line, faults: faults)
  }

  /// What a cell means for its column; nothing where another column of the field has said it.
  private func values(
    of text: String, for column: SpreadsheetColumn, _ read: inout [FormField: [LineValue]]
  ) throws(FieldFault) -> [LineValue] {
    let values: [LineValue]
    do throws(FieldFault) { values = try reader.values(of: text, for: column.field) } catch {
      throw FieldFault(words: "\(column.name): \(error.words)")
    }
    guard let other = read.updateValue(values, forKey: column.field) else { return values }
    if other == values { return [] }
    throw FieldFault(
      words: "\(column.name): two columns have it, with different values; remove one")
  }

  /// Refuses an amount that no year of the plan has a place for; nothing is none.
  private func refuse(
    _ text: String, in year: FinancialYear, _ name: String
  ) throws(FieldFault) {
    do throws(FieldFault) {
      if try AmountText.money(text) == .zero { return }
    } catch { throw FieldFault(words: "\(name): \(error.words)") }
    throw FieldFault(
      words: "the plan has no year \(year); add it on the plan's details, screen \(yearsKey)")
  }

  private mutating func freeID(wanted: String) -> String {
    var id = wanted
    while id.isEmpty || ids.contains(id) {
      number += 1
      id = "L\(number)"
    }
    ids.insert(id)
    return id
  }
}

extension PlanLine {
  /// Sets a value that a column of a field gives; of a service that is not listed and a description
  /// beside it both are kept.
  fileprivate mutating func add(_ value: LineValue, of field: FormField) {
    guard case .description(let new?) = value, let old = description, old != new else {
      return set(value)
    }
    let isService = field == .value(.service)
    set(.description(isService ? "\(new): \(old)" : "\(old): \(new)"))
  }
}
