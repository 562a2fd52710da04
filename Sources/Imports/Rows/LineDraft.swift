import Procurement
import Spreadsheets

/// What the rows of a table say about one line, before it is compared with the plan.
struct LineDraft {
  /// An amount of the line.
  struct Slot: Hashable {
    let year: FinancialYear
    let kind: CostKind
  }

  /// The first of its rows.
  let cell: CellReference
  /// The cells of that row in one text.
  let text: String
  /// Its id; nil where no cell has one.
  var id: String?
  /// The values of fields, apart from the id and the amounts.
  var values: [LineField: [LineValue]] = [:]
  /// Fields whose column is there, and whose cell is blank.
  var blanks: Set<LineField> = []
  var amounts: [Slot: (money: Money, cell: CellReference)] = [:]
  /// Amounts whose column is there, and whose cell is blank.
  var blankAmounts: Set<Slot> = []
  var trust: (name: String, cell: CellReference)?
  var region: (name: String, cell: CellReference)?
  var faults: [CellFault] = []

  init(cell: CellReference, text: String) {
    (self.cell, self.text) = (cell, text)
  }

  /// The text of a service that is not listed; nil where it is listed, or there is none.
  var unlistedService: String? { values[.service]?.compactMap(\.words).first }

  /// Whether another row says nothing of fields that this one does not say too.
  func covers(_ other: LineDraft) -> Bool {
    other.id == nil && other.values[.service] == nil
      && other.values.allSatisfy { values[$0] == $1 }
  }

  /// Whether another row is about the same line, without an id: all fields are the same, and its
  /// amounts are of other years or kinds.
  func goes(with other: LineDraft) -> Bool {
    id == nil && other.id == nil && values == other.values
      && other.amounts.keys.allSatisfy { amounts[$0] == nil }
  }

  /// Takes what another row says about the line.
  mutating func merge(_ other: LineDraft) {
    faults += other.faults
    for (field, new) in other.values {
      if let old = values[field], old != new {
        faults.append(
          CellFault(
            cell: other.cell, column: field.title,
            words: "differs from row \(cell.row), which is the same line; make both the same"))
      }
      values[field] = values[field] ?? new
    }
    for (slot, new) in other.amounts {
      if let old = amounts[slot] {
        faults.append(
          CellFault(
            cell: new.cell, column: "\(slot.kind.rawValue) \(slot.year)",
            words: "the line has this amount already, in \(old.cell.position); remove one of them"))
      } else {
        amounts[slot] = new
      }
    }
  }
}
