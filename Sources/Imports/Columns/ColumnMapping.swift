public import Procurement
import Spreadsheets
import Text

/// The place of a column: which of the tables, and which column of it from 0.
public struct ColumnPlace: Hashable, Sendable {
  /// Which of the tables.
  public var table: Int
  /// Which column of it.
  public var column: Int

  /// The place of a column.
  public init(table: Int, column: Int) {
    self.table = table
    self.column = column
  }
}

/// A column and what it is read as.
public struct MappedColumn: Hashable, Sendable {
  /// Where it is.
  public let place: ColumnPlace
  /// Its heading, or `column 6`; not safe to show.
  public let heading: String
  /// What its cells are read as.
  public var field: ColumnField
  /// What the user should know of how the heading was read.
  public var remark: String?
  /// Whether its heading is not understood and has a year, or says capital or revenue.
  var mayBeAmounts = false
  /// Whether its heading says pounds or thousands, or the user has chosen what it is.
  var saysUnit = false

  /// Its letters: `F`.
  public var letters: String { CellReference.letters(place.column) }
}

/// How the columns of one sheet are read.
public struct SheetMapping: Hashable, Sendable {
  /// The sheet's name; empty for a table that is text.
  public let sheet: String
  /// What its rows are.
  public let kind: PlanSheet
  /// The number of the row with the headings; nil where there is none.
  public let headingRow: Int?
  /// Its columns from the left.
  public internal(set) var columns: [MappedColumn]
  /// Which of the tables it is.
  let table: Int
  /// The place among the table's rows of the first below the headings.
  let firstRow: Int
  /// A text that is no heading and says thousands or millions; nil where there is none.
  var unitInTitle: String?
  /// Whether commas separate its cells, and its rows should have no more of them than headings.
  var hasCommas = false

  /// Whether it is called as the sheet of a report.
  var isReport: Bool { sheet == kind.rawValue }

  /// What a column can be read as, with amounts of the years of a plan: in the unit that its heading
  /// says or, where only a title says one, in pounds and in that unit.
  public func choices(for column: MappedColumn, years: [FinancialYear]) -> [ColumnField] {
    let all = ColumnField.choices(for: kind, years: years)
    let unit = AmountHeading.unit(in: column.heading)
    guard unit == .pounds, !AmountHeading.saysUnit(column.heading), let unitInTitle else {
      return all.map { $0.counted(in: unit) }
    }
    let other = AmountHeading.unit(in: unitInTitle)
    return all + all.map { $0.counted(in: other) }.filter(\.isCountedInMore)
  }

  /// Whether a column is read as a field.
  func has(_ field: ColumnField) -> Bool { columns.contains { $0.field == field } }

  /// Whether the amounts of a line may be in several rows.
  var isLong: Bool { has(.year) || has(.kind) }

  /// Whether blanks at the ends of texts mean something: a table that is text has them by accident,
  /// and rows of one line are the same although they differ in them.
  var keepsBlanks: Bool { !sheet.isEmpty && !isLong }

  /// The columns with the names of services and suppliers, which other columns have as ids.
  var nameColumns: [Int: LineField] {
    var fields: [Int: LineField] = [:]
    for column in columns where column.field == .ignored {
      fields[column.place.column] = HeadingMeaning.names(beside: column.heading)
    }
    return fields
  }

  /// Whether one of its columns is what a choice is for.
  func uses(_ choice: ColumnChoice) -> Bool {
    choice.field(on: kind) != nil
      && columns.contains { choice.isFor($0.heading, $0.letters, on: sheet) }
  }

  /// The column at a place; cells may be beyond the last heading.
  func column(at place: Int) -> MappedColumn {
    columns.indices.contains(place)
      ? columns[place]
      : MappedColumn(
        place: ColumnPlace(table: table, column: place), heading: "column \(place + 1)",
        field: .ignored)
  }
}

/// A field that a user has chosen for a column: `--map COLUMN=FIELD`.
public struct ColumnChoice: Hashable, Sendable {
  /// The column's heading or letters, with or without its sheet: `Lines!F`.
  public let column: String
  /// The name of the field, or `ignored`.
  public let field: String

  /// A choice; nil where the text is not `COLUMN=FIELD`.
  public init?(_ text: String) {
    guard let sign = text.lastIndex(of: "=") else { return nil }
    column = text[..<sign].trimmed
    field = text[text.index(after: sign)...].trimmed
    guard !column.isEmpty, !field.isEmpty else { return nil }
  }

  /// Whether it says pounds, thousands or millions.
  var saysUnit: Bool { AmountHeading.saysUnit(field) }

  /// The field on a sheet; nil where it has none of that name.
  func field(on sheet: PlanSheet) -> ColumnField? {
    if ["ignored", "ignore", "none"].contains(field.folded) { return .ignored }
    return HeadingMeaning(field, on: sheet)?.field
  }

  /// Whether it is for a column.
  func isFor(_ heading: String, _ letters: String, on sheet: String) -> Bool {
    let wanted = HeadingMeaning.plain(column)
    return wanted == HeadingMeaning.plain(heading) && !wanted.isEmpty
      || column.uppercased() == letters
      || column.uppercased() == "\(sheet.uppercased())!\(letters)"
  }
}

/// How the columns of all tables are read.
public struct ColumnMapping: Hashable, Sendable {
  /// The sheets that are read, in the order of the file.
  public internal(set) var sheets: [SheetMapping] = []
  /// The names of sheets that are not read, because no row of them names columns.
  public private(set) var ignoredSheets: [String] = []

  /// Recognises the columns of tables.
  ///
  /// Pasted rows without headings have the columns in which lines are copied for the years that are
  /// given; tables of files need headings.
  init(
    of tables: [SheetTable], choosing choices: [ColumnChoice],
    copiedFor years: [FinancialYear]? = nil
  ) {
    let derived = Set(PlanSheet.derived.map(\.folded))
    for (number, table) in tables.enumerated()
    where !table.rows.isEmpty && !derived.contains(table.name.folded) {
      let recognition = HeadingRecognition(table, number: number, choosing: choices)
      if var sheet = recognition.mapping {
        sheet.unitInTitle = table.unitInTitle(of: sheet)
        sheet.hasCommas = table.hasCommas
        sheets.append(sheet)
      } else if let years {
        sheets.append(SheetMapping(copied: table, number: number, years: years))
      } else if !table.name.isEmpty {
        ignoredSheets.append(table.name)
      }
    }
  }

  /// Reads a column as another field.
  mutating func set(_ place: ColumnPlace, to field: ColumnField) {
    for sheet in sheets.indices where sheets[sheet].table == place.table {
      guard sheets[sheet].columns.indices.contains(place.column) else { continue }
      let heading = sheets[sheet].columns[place.column].heading
      let counted = field.counted(in: AmountHeading.unit(in: heading))
      sheets[sheet].columns[place.column].field = counted
      sheets[sheet].columns[place.column].mayBeAmounts = false
      sheets[sheet].columns[place.column].saysUnit =
        AmountHeading.saysUnit(heading) || counted.isCountedInMore
    }
  }

  /// The columns at some places that users do not expect to be left out.
  func columns(at places: Set<ColumnPlace>) -> [MappedColumn] {
    let sheets = Dictionary(sheets.map { ($0.table, $0) }) { first, _ in first }
    return places.sorted { ($0.table, $0.column) < ($1.table, $1.column) }.compactMap { place in
      guard let sheet = sheets[place.table] else { return nil }
      let column = sheet.column(at: place.column)
      return sheet.isReport && HeadingMeaning.isDerived(column.heading) ? nil : column
    }
  }

  /// All columns.
  public var columns: [MappedColumn] { sheets.flatMap(\.columns) }
}

extension SheetMapping {
  /// The columns of a table without headings: those in which lines are copied, from the id or the
  /// service on.
  init(copied table: SheetTable, number: Int, years: [FinancialYear]) {
    let cells = table.rows.first?.cells ?? []
    func isNeed(_ place: Int) -> Bool {
      cells.indices.contains(place) && Need(rawValue: cells[place].shown.lowercased()) != nil
    }
    // The need is then the third column and not the second.
    let hasIDs = isNeed(2) && !isNeed(1)
    let fields = ColumnField.copied(years: years).dropFirst(hasIDs ? 0 : 1)
    self.init(
      sheet: table.name, kind: .lines, headingRow: nil,
      columns: fields.enumerated().map { place, field in
        MappedColumn(
          place: ColumnPlace(table: number, column: place), heading: field.name, field: field)
      }, table: number, firstRow: 0)
  }
}

extension ColumnField {
  /// The columns in which lines are copied, in order.
  public static func copied(years: [FinancialYear]) -> [ColumnField] {
    let before: [LineField] = [.id, .service, .need, .route, .supplier, .funds, .group, .pacs]
    let after: [LineField] = [
      .spineConnected, .crsInteroperable, .description, .justification, .notes, .alternatives,
    ]
    let amounts = CostKind.allCases.flatMap { kind in
      years.map { ColumnField.amount(AmountColumn(year: $0, kind: kind)) }
    }
    return before.map(ColumnField.line) + amounts + after.map(ColumnField.line)
  }
}
