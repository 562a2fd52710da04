import Exports

/// The page on data packages: how to read one, and every column of every table.
struct DataPackagePage {
  /// The page.
  var text: String {
    """
    # Data packages

    `calloff export --format datapackage DIR [PLAN ...]` writes plans as tables for other programs:
    CSV files in a folder, with a `datapackage.json` that describes them. It takes plan documents,
    folders, a table of lines and plans of the store, as `calloff check` does; without any, the plans
    of the store that count in portfolios. The folder must be new, empty, or hold an earlier package,
    which is replaced. Nothing is written if a plan cannot be read. Any number of plans is written in
    little memory.

    The package is a [Tabular Data Package](https://specs.frictionlessdata.io/tabular-data-package/).
    Its schema, version \(DataPackage.version), is frozen: a column keeps its name, its type and its
    meaning, and columns may only be added at the end of a table.

    - Files are UTF-8 with a comma between cells and a line feed after each row. Cells with commas,
      quotation marks or line breaks are in quotation marks. An empty cell means that the value is
      missing.
    - Amounts are pounds with two decimals, and exact. Read them as `DECIMAL(19,2)`: floating point
      loses pennies in large sums.
    - \(wrapped(DataPackage.textRule, hanging: 2)) In SQL:
      `regexp_replace(notes, '^''', '')`. Invisible and control characters are replaced by signs.
    - `plan` numbers the plans of one package; another export may give another number. A trust is
      known by its code, and a line by its id in the plan of the trust.
    - Findings on several plans together, and on trusts that differ from the register (G101 to G104),
      are not included; `calloff check --report portfolio` has them.

    ## Sums

    In `plans`, `lines` and `line_years`, *cost = programme_funded + covered + unfunded*; each
    table adds up to the one before, and to what `calloff check` reports. The draws of a row of
    `line_years` add up to its `covered`, and those on a fund in a year to its `drawn` in `funds`.

    ## DuckDB

    Run this in the folder of the package:

    ```sql
    \(DataPackage.schemas.map(DataPackagePage.sql).joined(separator: "\n"))
    ```

    For example, what each trust has not funded, by year:

        SELECT trust, year, sum(unfunded) FROM line_years JOIN plans USING (plan)
        GROUP BY ALL ORDER BY ALL;

    ## The tables

    \(DataPackage.schemas.map(DataPackagePage.section).joined(separator: "\n\n"))

    """
  }

  /// A sentence broken into lines of a page.
  private func wrapped(_ text: String, hanging: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > 98 - hanging {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return (lines + [line]).joined(separator: "\n" + String(repeating: " ", count: hanging))
  }

  /// A statement that reads a table.
  private static func sql(_ schema: TableSchema) -> String {
    let columns = schema.fields.map { "'\($0.name)': '\($0.sqlType)'" }
    return """
      CREATE TABLE \(schema.table.rawValue) AS FROM read_csv('\(schema.table.file)', \
      header = true, quote = '"', escape = '"', columns = {
        \(columns.joined(separator: ",\n  "))
      });
      """
  }

  /// What a table is, and its columns.
  private static func section(_ schema: TableSchema) -> String {
    let rows = schema.fields.map { field in
      let words = field.choices.count > 12 ? [] : field.choices.map { "`\($0)`" }
      let choices = words.isEmpty ? "" : " One of \(words.joined(separator: ", "))."
      let type = field.kind == .number ? "amount" : field.kind.rawValue
      return "| `\(field.name)` | \(type)\(field.isRequired ? "" : ", may be missing") "
        + "| \(field.description)\(choices) |"
    }
    let keys = schema.foreignKeys.map { key in
      "\(key.fields.quoted) leads to `\(key.table.rawValue)`"
    }
    let key =
      "Key: \(schema.primaryKey.quoted)."
      + (keys.isEmpty ? "" : " " + keys.joined(separator: "; ") + ".")
    return """
      ### \(schema.table.rawValue)

      \(schema.description) \(key)

      | column | type | meaning |
      |---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }
}

extension DataField {
  /// The type in SQL.
  fileprivate var sqlType: String {
    switch kind {
    case .string: "VARCHAR"
    case .integer: "BIGINT"
    case .number: "DECIMAL(19,2)"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    case .year: "SMALLINT"
    }
  }
}

extension [String] {
  fileprivate var quoted: String { map { "`\($0)`" }.joined(separator: ", ") }
}
