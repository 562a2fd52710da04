/// A statement that all relational stores have in common, as a server reads it: parameters are `$1`
/// and so on, and tables are those of the schema.
///
/// The schema is named in each statement because a setting would belong to the server's session, which
/// a pooler gives to others.
struct QualifiedSQL {
  /// The schema of the store's tables and functions.
  static let schema = "calloff"
  /// After these words a table follows.
  private static let beforeTables: Set<Substring> = ["FROM", "JOIN", "INTO", "UPDATE"]

  /// The statement.
  private(set) var text = ""
  private var parameters = 0
  private var rest: Substring

  /// Translates a statement, which must be a constant of this program without `?` in its texts.
  init(_ sql: String) {
    rest = sql[...]
    var isTable = false
    while let next = rest.first {
      if next == "?" {
        takeParameter()
      } else if next.isLetter || next == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        rest = rest[word.endIndex...]
        if isTable, word != "SET" { text += "\(QualifiedSQL.schema)." }
        text += word
        isTable = QualifiedSQL.beforeTables.contains(word)
        continue
      } else {
        text.append(rest.removeFirst())
      }
      if !next.isWhitespace { isTable = false }
    }
  }

  private mutating func takeParameter() {
    rest.removeFirst()
    let number = rest.prefix { $0.isNumber }
    rest = rest[number.endIndex...]
    parameters += 1
    text += "$\(number.isEmpty ? "\(parameters)" : String(number))"
  }
}
