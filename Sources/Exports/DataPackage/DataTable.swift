/// A table of a data package; the raw value is its name.
public enum DataTable: String, CaseIterable, Sendable {
  case plans, lines
  case lineYears = "line_years"
  case draws, findings, funds, groups

  /// The name of its file.
  public var file: String { "\(rawValue).csv" }
}

/// What the columns of a table are, and which of them are keys.
public struct TableSchema: Hashable, Sendable {
  /// Columns whose values are also those of columns with the same names in another table.
  public struct ForeignKey: Hashable, Sendable {
    /// The columns.
    public let fields: [String]
    /// The other table.
    public let table: DataTable
  }

  /// The table.
  public let table: DataTable
  /// What its rows are.
  public let description: String
  /// Its columns, in their order.
  public let fields: [DataField]
  /// The columns that together name a row.
  public let primaryKey: [String]
  /// The columns that lead to rows of other tables.
  public let foreignKeys: [ForeignKey]
}

/// A column of a table.
public struct DataField: Hashable, Sendable {
  /// The type of its values, as Table Schema calls it.
  public enum Kind: String, Sendable {
    case string, integer, number, boolean, date, year
  }

  /// Its name.
  public let name: String
  /// The type of its values.
  public let kind: Kind
  /// What its values mean.
  public let description: String
  /// Whether no value of it is missing.
  public let isRequired: Bool
  /// The only values that it has; none if others are possible.
  public var choices: [String] = []
}
