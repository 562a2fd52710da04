import Text

/// How the numbers of cells of rows compare with the header of a table.
///
/// Spreadsheets leave blank cells at the ends of rows, which are ignored. But if no row is as long
/// as the header, a name may be missing there, and cells would be read under the wrong names.
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

  /// The fault of all rows together, if any.
  var misfit: Fault? {
    guard !hasExact, let (place, cells, width) = firstLong else { return nil }
    return Fault(
      place: place,
      message:
        "the row has \(counted(cells, "cell")) where the header has \(width), and no row has "
        + "\(width); add the missing names to the header, or remove cells")
  }

  /// Records a row.
  @inline(__always)
  mutating func note(_ fit: Fit, cells: Int, width: Int, at place: Place) {
    switch fit {
    case .exact: hasExact = true
    case .blankBeyond where firstLong == nil: firstLong = (place, cells, width)
    case .blankBeyond, .wrong: break
    }
  }

  /// Adds the record of a later piece, whose places are a number of lines further down.
  mutating func add(_ other: RowWidths, after lines: Int) {
    hasExact = hasExact || other.hasExact
    if firstLong == nil, let (place, cells, width) = other.firstLong {
      firstLong = (Place(line: place.line + lines, column: place.column), cells, width)
    }
  }

  /// Records a row and returns whether it can be read; if not, it is a fault.
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

  /// The message for a row that does not fit.
  static func message(cells: Int, width: Int) -> String {
    "the row has \(counted(cells, "cell")) where the header has \(width); add or remove cells"
  }
}

extension TableHeader {
  /// How a row fits, by its number of cells and whether those beyond the header's are blank.
  @inline(__always)
  func fit(cells: Int, isBlankBeyond: Bool) -> RowWidths.Fit {
    if cells < width || !isBlankBeyond { return .wrong }
    return cells <= width + blankWidth ? .exact : .blankBeyond
  }
}
