import Text

/// How many cells the rows of a table have, against its header.
///
/// Spreadsheets leave blank cells behind at the ends of rows, which are left out. Where no row is as
/// long as the header, though, the header may lack a name, and all cells stand under a wrong one.
struct RowWidths: Sendable {
  /// How a row fits the header.
  enum Fit {
    /// It has as many cells.
    case exact
    /// It has more, which are all blank.
    case blankBeyond
    /// It has fewer, or more that are not blank.
    case wrong
  }

  private var hasExact = false
  private var firstLong: (place: Place, cells: Int, width: Int)?

  /// What is wrong with all rows together; nil where nothing is.
  var misfit: Fault? {
    guard !hasExact, let (place, cells, width) = firstLong else { return nil }
    return Fault(
      place: place,
      message:
        "the row has \(counted(cells, "cell")) where the header has \(width), and no row has "
        + "\(width); add what is missing to the header, or remove cells")
  }

  /// Notes a row that was found.
  @inline(__always)
  mutating func note(_ fit: Fit, cells: Int, width: Int, at place: Place) {
    switch fit {
    case .exact: hasExact = true
    case .blankBeyond where firstLong == nil: firstLong = (place, cells, width)
    case .blankBeyond, .wrong: break
    }
  }

  /// Adds what rows further down have shown, whose places are so many lines further down.
  mutating func add(_ other: RowWidths, after lines: Int) {
    hasExact = hasExact || other.hasExact
    if firstLong == nil, let (place, cells, width) = other.firstLong {
      firstLong = (Place(line: place.line + lines, column: place.column), cells, width)
    }
  }

  /// Notes a row and says whether it can be read; one that cannot is a fault.
  mutating func take<Column>(
    _ row: CSVRow, _ header: TableHeader<Column>, _ faults: inout FaultList
  ) -> Bool {
    let fit = header.fit(cells: row.count, isBlankBeyond: row.isBlank(from: header.width))
    note(fit, cells: row.count, width: header.width, at: row.place)
    guard fit == .wrong else { return true }
    let message = RowWidths.message(cells: row.count, width: header.width)
    faults.add(Fault(place: row.place, message: message))
    return false
  }

  /// What is wrong with one row that does not fit.
  static func message(cells: Int, width: Int) -> String {
    "the row has \(counted(cells, "cell")) where the header has \(width); add or remove cells"
  }
}

extension TableHeader {
  /// How a row fits, by how many cells it has and whether those beyond the header's are blank.
  @inline(__always)
  func fit(cells: Int, isBlankBeyond: Bool) -> RowWidths.Fit {
    if cells < width || !isBlankBeyond { return .wrong }
    return cells <= width + blankWidth ? .exact : .blankBeyond
  }
}
