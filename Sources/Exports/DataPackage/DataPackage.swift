import Text

/// A Frictionless Tabular Data Package of plans: its tables, and the file that describes them.
///
/// Its schema is frozen: programs rely on it. A change needs a new `version`.
public enum DataPackage {
  /// The version of the schema; a change that breaks programs raises the first number.
  public static let version = "1.0.0"
  /// The name of the file that describes the package.
  public static let descriptorFile = "datapackage.json"
  /// The name of the package, by which a package of calloff is recognised.
  public static let name = "calloff-plans"

  /// The schemas of all tables, in the order of `DataTable`.
  public static let schemas: [TableSchema] = [
    TableSchema(
      table: .plans, description: "The plans, with their sums and the number of their findings.",
      fields: PlanRow.columns.map(\.field), primaryKey: ["plan"], foreignKeys: []),
    TableSchema(
      table: .lines, description: "The lines of the plans: what they say, and the results.",
      fields: LineRow.columns.map(\.field), primaryKey: ["plan", "line"], foreignKeys: [plan]),
    TableSchema(
      table: .lineYears,
      description: "What lines cost by year and kind, and who pays; a row for each amount.",
      fields: LineYearRow.columns.map(\.field), primaryKey: ["plan", "line", "year", "kind"],
      foreignKeys: [.init(fields: ["plan", "line"], table: .lines)]),
    TableSchema(
      table: .draws, description: "Which fund pays which part of an amount.",
      fields: DrawRow.columns.map(\.field),
      primaryKey: ["plan", "line", "year", "kind", "fund"],
      foreignKeys: [
        .init(fields: ["plan", "line", "year", "kind"], table: .lineYears),
        .init(fields: ["plan", "fund", "year"], table: .funds),
      ]),
    TableSchema(
      table: .findings,
      description: "The findings on lines and plans. Those on several plans together are not "
        + "included.",
      fields: FindingRow.columns.map(\.field), primaryKey: ["plan", "finding"],
      foreignKeys: [plan]),
    TableSchema(
      table: .funds,
      description: "The funds, with a row for each year of the plan and each other year in which "
        + "they have money.",
      fields: FundRow.columns.map(\.field), primaryKey: ["plan", "fund", "year"],
      foreignKeys: [plan]),
    TableSchema(
      table: .groups, description: "The groups that lines may be bought with.",
      fields: GroupRow.columns.map(\.field), primaryKey: ["plan", "buying_group"],
      foreignKeys: [plan]),
  ]

  private static let plan = TableSchema.ForeignKey(fields: ["plan"], table: .plans)

  /// How text is written, for programs that need the original.
  public static let textRule =
    "Text that a spreadsheet would compute, or that starts with an apostrophe, has one apostrophe "
    + "in front; remove one apostrophe from the start of a text for the original."

  /// The file that describes the package.
  public static var descriptor: [UInt8] {
    let package: JSON = [
      "profile": "tabular-data-package",
      "name": .text(name),
      "version": .text(version),
      "title": "Procurement plans",
      "description": .text(
        "Plans of NHS trusts as calloff judges them. Amounts are pounds sterling with two decimals "
          + "and exact: read them as DECIMAL(19,2), not as floating point. " + textRule),
      "resources": .list(schemas.map(\.resource)),
    ]
    return package.documentBytes
  }
}

extension TableSchema {
  fileprivate var resource: JSON {
    [
      "profile": "tabular-data-resource",
      "name": .text(table.rawValue),
      "path": .text(table.file),
      "description": .text(description),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "dialect": [
        "delimiter": ",", "quoteChar": "\"", "doubleQuote": .boolean(true),
        "lineTerminator": "\n", "header": .boolean(true), "skipInitialSpace": .boolean(false),
      ],
      "schema": schema,
    ]
  }

  private var schema: JSON {
    var members: [JSON.Member] = [
      ("fields", .list(fields.map(\.descriptor))),
      ("missingValues", [""]),
      ("primaryKey", .texts(primaryKey)),
    ]
    if !foreignKeys.isEmpty { members.append(("foreignKeys", .list(foreignKeys.map(\.json)))) }
    return .object(members)
  }
}

extension TableSchema.ForeignKey {
  fileprivate var json: JSON {
    [
      "fields": .texts(fields),
      "reference": ["resource": .text(table.rawValue), "fields": .texts(fields)],
    ]
  }
}

extension DataField {
  fileprivate var descriptor: JSON {
    var members: [JSON.Member] = [
      ("name", .text(name)), ("type", .text(kind.rawValue)), ("description", .text(description)),
    ]
    if kind == .number { members.append(("unit", "GBP")) }
    var constraints: [JSON.Member] = []
    if isRequired { constraints.append(("required", .boolean(true))) }
    if !choices.isEmpty { constraints.append(("enum", .texts(choices))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }
}
