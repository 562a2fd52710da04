package import Procurement
package import Stores
import Text

/// The current row of a query. Content that cannot be read is reported as damage, and never traps.
package struct Row {
  private let statement: any RelationalStatement
  /// What the row belongs to, for messages about damage: `plan 3`.
  private let subject: String

  /// The current row of a statement.
  package init(_ statement: any RelationalStatement, of subject: String) {
    self.statement = statement
    self.subject = subject
  }

  /// The same row, with another subject.
  package func named(_ subject: String) -> Row { Row(statement, of: subject) }

  /// Whether a column is NULL.
  package func isNull(_ column: CInt) -> Bool { statement.isNull(column) }

  /// The integer in a column, without bounds: for keys, which are never added.
  package func number(_ column: CInt) throws(StoreError) -> Int {
    guard let number = statement.integer(column) else { throw damage(column, "is not a number") }
    return Int(number)
  }

  /// The integer in a column, which must be within bounds.
  package func number(_ column: CInt, in bounds: ClosedRange<Int>) throws(StoreError) -> Int {
    let number = try number(column)
    guard bounds.contains(number) else { throw damage(column, "is out of range") }
    return number
  }

  /// The number of lines or findings in a column.
  package func count(_ column: CInt) throws(StoreError) -> Int {
    try number(column, in: Bounds.counts)
  }

  /// The number of a step in a column.
  package func step(_ column: CInt) throws(StoreError) -> Int {
    try number(column, in: Bounds.steps)
  }

  /// The rank in a column.
  package func rank(_ column: CInt) throws(StoreError) -> Int {
    try number(column, in: Bounds.ranks)
  }

  /// The point in time in a column.
  package func moment(_ column: CInt) throws(StoreError) -> Moment {
    Moment(milliseconds: try number(column, in: Bounds.moments))
  }

  /// The flag in a column; nil for NULL.
  package func flag(_ column: CInt) throws(StoreError) -> Bool? {
    guard !isNull(column) else { return nil }
    let number = try number(column)
    guard number == 0 || number == 1 else { throw damage(column, "is not a yes-or-no value") }
    return number == 1
  }

  /// The amount in a column, which is never negative.
  package func money(_ column: CInt) throws(StoreError) -> Money {
    Money(pence: Int64(try number(column, in: Bounds.pence)))
  }

  /// The text in a column.
  package func text(_ column: CInt) throws(StoreError) -> String {
    guard let text = statement.text(of: try bytes(column)) else {
      throw damage(column, "is not Unicode text")
    }
    return text
  }

  /// The text in a column as it is stored, which is what hashes are made of.
  package func storedText(_ column: CInt) throws(StoreError) -> String {
    guard let text = String(checked: try bytes(column)) else {
      throw damage(column, "is not Unicode text")
    }
    return text
  }

  /// The text in a column; nil for NULL.
  package func optionalText(_ column: CInt) throws(StoreError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// The bytes of the text in a column, valid until the next row is read.
  package func bytes(_ column: CInt) throws(StoreError) -> UnsafeBufferPointer<UInt8> {
    guard let bytes = statement.bytes(column) else { throw damage(column, "is not text") }
    return bytes
  }

  /// The word in a column, one of those of a type.
  package func word<Word: RawRepresentable<String>>(
    _ column: CInt, as type: Word.Type = Word.self
  ) throws(StoreError) -> Word {
    guard let word = Word(rawValue: try text(column)) else {
      throw damage(column, "is an unknown word")
    }
    return word
  }

  /// The word in a column; nil for NULL.
  package func optionalWord<Word: RawRepresentable<String>>(
    _ column: CInt, as type: Word.Type = Word.self
  ) throws(StoreError) -> Word? {
    isNull(column) ? nil : try word(column)
  }

  /// The financial year in a column.
  package func year(_ column: CInt) throws(StoreError) -> FinancialYear {
    guard let year = FinancialYear(start: try number(column)) else {
      throw damage(column, "is not a financial year")
    }
    return year
  }

  /// The error for a column with invalid content.
  package func damage(_ column: CInt, _ fault: String) -> StoreError {
    let name = statement.name(column) ?? "a column"
    return .damaged("\(subject): \(name) \(fault)")
  }
}
