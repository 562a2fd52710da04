import Procurement
import Testing

@testable import Exports

/// A table that was read back by a reader of its own, in the plainest way.
struct CSVTable {
  let names: [String]
  let rows: [[String: String]]

  init(_ text: String) throws {
    let cells = CSVTable.cells(of: text)
    names = try #require(cells.first)
    rows = try cells.dropFirst().map { row in
      try #require(row.count == cells[0].count)
      return Dictionary(uniqueKeysWithValues: zip(cells[0], row))
    }
  }

  private static func cells(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.unicodeScalars.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  /// The values of some columns in each row.
  func values(_ columns: [String]) -> [[String]] {
    rows.map { row in columns.map { row[$0] ?? "" } }
  }

  /// The sum of a column of amounts in the rows that a condition chooses.
  func sum(_ column: String, where isChosen: ([String: String]) -> Bool = { _ in true }) throws
    -> Money
  {
    try rows.filter(isChosen).reduce(.zero) { $0 + (try Money(pounds: $1[column] ?? "")) }
  }
}
