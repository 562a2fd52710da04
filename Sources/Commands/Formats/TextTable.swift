import Text

/// A table for people: aligned columns, and headings between rows.
struct TextTable: Sendable {
  /// A column of cells.
  struct Column: Sendable {
    /// Its title, which may be empty.
    let title: String
    /// Whether it holds numbers, which are aligned on the right.
    var isNumber = true
    /// Whether it moves to a second line of each row if the table does not fit the width.
    var isFolded = false
  }

  private enum Row: Sendable {
    case heading(String)
    case cells([String])
  }

  private let columns: [Column]
  private var rows: [Row] = []

  /// A table without rows.
  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row: a cell for each column, already safe to show.
  mutating func add(_ cells: [String]) { rows.append(.cells(cells)) }

  /// Adds a heading over the rows that follow.
  mutating func add(heading: String) { rows.append(.heading(heading)) }

  /// The table wrapped to a width if it can be, else as wide as necessary.
  func text(width: Int = .max, in ink: Ink) -> String {
    let widths = widths
    let all = Array(columns.indices)
    let isWide = widths.reduce(0, +) + 2 * (widths.count - 1) <= width
    let lines =
      isWide
      ? [all]
      : [false, true].map { second in
        all.filter { columns[$0].isFolded == second }
      }
    let titles = lines.map { ink.dim(line(of: columns.map(\.title), $0, widths)) + "\n" }
    return titles.joined()
      + rows.map { row in
        switch row {
        case .heading(let heading): "\n\(ink.strong(heading))\n"
        case .cells(let cells): lines.map { line(of: cells, $0, widths) + "\n" }.joined()
        }
      }.joined()
  }

  private var widths: [Int] {
    columns.indices.map { column in
      rows.reduce(VisibleText.width(of: columns[column].title)) { widest, row in
        guard case .cells(let cells) = row else { return widest }
        return max(widest, VisibleText.width(of: cells[column]))
      }
    }
  }

  /// The cells of some columns, without trailing spaces.
  private func line(of cells: [String], _ shown: [Int], _ widths: [Int]) -> String {
    let words = shown.map { column in
      let blanks = String(
        repeating: " ", count: widths[column] - VisibleText.width(of: cells[column]))
      return columns[column].isNumber ? blanks + cells[column] : cells[column] + blanks
    }.joined(separator: "  ")
    let indent = shown.first.map { columns[$0].isFolded } == true ? "  " : ""
    return String((indent + words).reversed().drop { $0 == " " }.reversed())
  }
}
