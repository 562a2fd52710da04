internal import Procurement
import Text

/// Where the columns of a table stand, as its first row names them.
struct TableHeader<Column: RawRepresentable & CaseIterable & Equatable>: Sendable
where Column.RawValue == String, Column: Sendable {
  /// How many cells a row has.
  let width: Int
  /// How many more it may have, which are blank as the header's own are.
  let blankWidth: Int
  /// The place of each column in a row, by its place in `allCases`; -1 where there is none.
  let places: [Int]

  /// What is wrong with a table that is a header alone.
  static var noRows: Fault {
    Fault(place: .start, message: "the table has a header and no rows; add rows below it")
  }

  /// Reads the names; every one must be known, none may be listed twice, and those required must be
  /// there. Blank columns at the end are left out.
  init(_ row: CSVRow, required: [Column]) throws(FaultList) {
    var faults = FaultList()
    let columns = Array(Column.allCases)
    var places = columns.map { _ in -1 }
    let width = row.countWithoutBlanks
    for place in 0..<width {
      let name = row[place].trimmed
      guard let column = columns.firstIndex(where: { $0.rawValue == name }) else {
        faults.add(
          Fault(
            place: row.place(of: place),
            message: unknown("column", name, known: columns.map(\.rawValue))))
        continue
      }
      if places[column] >= 0 {
        faults.add(
          Fault(
            place: row.place(of: place),
            message: "the column \(quoted(name)) stands here again; remove one of the two"))
      }
      places[column] = place
    }
    let missing = required.filter { column in
      columns.firstIndex(of: column).map { places[$0] < 0 } ?? true
    }
    if !missing.isEmpty, faults.isEmpty {
      let names = listed(missing.map(\.rawValue))
      faults.add(
        Fault(place: row.place, message: "the header has no \(names); add what is missing to it"))
    }
    guard faults.isEmpty else { throw faults }
    self.width = width
    blankWidth = row.count - width
    self.places = places
  }
}
