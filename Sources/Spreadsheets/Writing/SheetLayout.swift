/// How a sheet is shown.
public struct SheetLayout: Hashable, Sendable {
  /// Its name as wanted; a sheet gets one that programs accept and that no other has.
  public var name: String
  /// Whether its tab is the first, although other sheets are written before it.
  public var isFirst = false
  /// The widths of its columns, in characters.
  public var widths: [Int]
  /// How many rows stay in view.
  public var frozenRows: Int
  /// How many columns stay in view.
  public var frozenColumns: Int

  /// A sheet.
  public init(
    name: String, widths: [Int] = [], frozenRows: Int = 0, frozenColumns: Int = 0
  ) {
    self.name = name
    self.widths = widths
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
  }

  /// What comes before the rows.
  var start: String {
    """
    <worksheet xmlns="\(WorkbookParts.vocabulary)">\
    <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
    <sheetViews><sheetView workbookViewId="0">\(pane)</sheetView></sheetViews>\
    <sheetFormatPr defaultRowHeight="15"/>\(columns)<sheetData>
    """
  }

  private var pane: String {
    guard frozenRows + frozenColumns > 0 else { return "" }
    let corner = CellReference(row: frozenRows + 1, column: frozenColumns).position
    let name =
      switch (frozenRows > 0, frozenColumns > 0) {
      case (true, true): "bottomRight"
      case (true, false): "bottomLeft"
      default: "topRight"
      }
    return "<pane\(frozenColumns > 0 ? " xSplit=\"\(frozenColumns)\"" : "")"
      + "\(frozenRows > 0 ? " ySplit=\"\(frozenRows)\"" : "") topLeftCell=\"\(corner)\""
      + " activePane=\"\(name)\" state=\"frozen\"/><selection pane=\"\(name)\"/>"
  }

  private var columns: String {
    guard !widths.isEmpty else { return "" }
    let columns = widths.enumerated().map { place, width in
      "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return "<cols>\(columns.joined())</cols>"
  }
}

/// Names of sheets that all programs accept.
enum SheetNames {
  /// The number of UTF-16 units that a name may have.
  private static let longest = 31

  /// A name for a sheet that none of the others has, whatever its case.
  static func name(_ wanted: String, besides others: [String]) -> String {
    let taken = Set(others.map { $0.lowercased() })
    let plain = legal(wanted)
    guard taken.contains(plain.lowercased()) || plain.lowercased() == "history" else {
      return plain
    }
    let numbered = (2...).lazy.map { number in
      let ending = " \(number)"
      return cut(plain, to: longest - ending.utf16.count) + ending
    }
    return numbered.first { !taken.contains($0.lowercased()) } ?? plain
  }

  private static func legal(_ wanted: String) -> String {
    let allowed = wanted.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl || "[]:*?/\\".unicodeScalars.contains(scalar)
        || scalar.value >= 0xFFFE
          && scalar.value <= 0xFFFF
        ? " " : scalar
    }
    var text = String(String.UnicodeScalarView(allowed))
    while let first = text.first, first == "'" || first == " " { text.removeFirst() }
    text = cut(text, to: longest)
    while let last = text.last, last == "'" || last == " " { text.removeLast() }
    return text.isEmpty ? "Sheet" : text
  }

  private static func cut(_ text: String, to length: Int) -> String {
    var kept = ""
    for character in text {
      guard kept.utf16.count + character.utf16.count <= length else { break }
      kept.append(character)
    }
    return kept
  }
}
