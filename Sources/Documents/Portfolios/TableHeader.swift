internal import Procurement
import Text

/// The places of the columns of a table, as named in its first row.
struct TableHeader<Column: RawRepresentable & CaseIterable & Equatable>: Sendable
where Column.RawValue == String, Column: Sendable {
  /// The number of cells of a row.
  let width: Int
  /// How many more blank cells a row may have, as the header has.
  let blankWidth: Int
  /// The place of each column in a row, by its place in `allCases`; -1 if it is missing.
  let places: [Int]

  /// The fault of a table that has only a header.
  static var noRows: Fault {
    Fault(place: .start, message: "the table has only a header; add rows below it")
  }

  /// Reads the names, which must be known and unique, and include the required ones. Blank columns
  /// at the end are ignored.
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
            message: "the column \(quoted(name)) is listed twice; remove one"))
      }
      places[column] = place
    }
    let missing = required.filter { column in
      columns.firstIndex(of: column).map { places[$0] < 0 } ?? true
    }
    if !missing.isEmpty, faults.isEmpty {
      let names = listed(missing.map(\.rawValue))
      faults.add(
        Fault(place: row.place, message: "the header lacks \(names); add the missing names"))
    }
    guard faults.isEmpty else { throw faults }
    self.width = width
    blankWidth = row.count - width
    self.places = places
  }
}
