import GRDBSQLite
import Procurement
import Stores
import Text

/// The current row of a query. Content that cannot be read is reported as damage, and never traps.
struct Row {
  private let statement: OpaquePointer
  /// What the row belongs to, for messages about damage: `plan 3`.
  private let subject: String

  /// The current row of a statement.
  init(_ statement: OpaquePointer, of subject: String) {
    self.statement = statement
    self.subject = subject
  }

  /// The same row, with another subject.
  func named(_ subject: String) -> Row { Row(statement, of: subject) }

  /// Whether a column is NULL.
  func isNull(_ column: CInt) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// The integer in a column, without bounds: for keys, which are never added.
  func number(_ column: CInt) throws(StoreError) -> Int {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else {
      throw damage(column, "is not a number")
    }
    return Int(sqlite3_column_int64(statement, column))
  }

  /// The integer in a column, which must be within bounds.
  func number(_ column: CInt, in bounds: ClosedRange<Int>) throws(StoreError) -> Int {
    let number = try number(column)
    guard bounds.contains(number) else { throw damage(column, "is out of range") }
    return number
  }

  /// The number of lines or findings in a column.
  func count(_ column: CInt) throws(StoreError) -> Int { try number(column, in: Bounds.counts) }

  /// The number of a step in a column.
  func step(_ column: CInt) throws(StoreError) -> Int { try number(column, in: Bounds.steps) }

  /// The rank in a column.
  func rank(_ column: CInt) throws(StoreError) -> Int { try number(column, in: Bounds.ranks) }

  /// The point in time in a column.
  func moment(_ column: CInt) throws(StoreError) -> Moment {
    Moment(milliseconds: try number(column, in: Bounds.moments))
  }

  /// The flag in a column; nil for NULL.
  func flag(_ column: CInt) throws(StoreError) -> Bool? {
    guard !isNull(column) else { return nil }
    let number = try number(column)
    guard number == 0 || number == 1 else { throw damage(column, "is not a yes-or-no value") }
    return number == 1
  }

  /// The amount in a column, which is never negative.
  func money(_ column: CInt) throws(StoreError) -> Money {
    Money(pence: Int64(try number(column, in: Bounds.pence)))
  }

  /// The text in a column.
  func text(_ column: CInt) throws(StoreError) -> String {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT else {
      throw damage(column, "is not text")
    }
    guard let text = String(checked: try bytes(column)) else {
      throw damage(column, "is not Unicode text")
    }
    return text
  }

  /// The text in a column; nil for NULL.
  func optionalText(_ column: CInt) throws(StoreError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// The bytes of the text in a column, valid until the next row is read.
  func bytes(_ column: CInt) throws(StoreError) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_text(statement, column) else {
      throw damage(column, "cannot be read")
    }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The word in a column, one of those of a type.
  func word<Word: RawRepresentable<String>>(
    _ column: CInt, as type: Word.Type = Word.self
  ) throws(StoreError) -> Word {
    guard let word = Word(rawValue: try text(column)) else {
      throw damage(column, "is an unknown word")
    }
    return word
  }

  /// The word in a column; nil for NULL.
  func optionalWord<Word: RawRepresentable<String>>(
    _ column: CInt, as type: Word.Type = Word.self
  ) throws(StoreError) -> Word? {
    isNull(column) ? nil : try word(column)
  }

  /// The financial year in a column.
  func year(_ column: CInt) throws(StoreError) -> FinancialYear {
    guard let year = FinancialYear(start: try number(column)) else {
      throw damage(column, "is not a financial year")
    }
    return year
  }

  /// The error for a column with invalid content.
  func damage(_ column: CInt, _ fault: String) -> StoreError {
    let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "a column"
    return .damaged("\(subject): \(name) \(fault)")
  }
}
