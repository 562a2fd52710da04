/// A connection to a relational database, which runs statements one after the other.
package protocol RelationalConnection: AnyObject {
  /// Prepares a statement, whose text must be a constant of this program. Its parameters are `?`, or
  /// `?1` and so on where one is used several times.
  func statement(_ sql: String) throws -> any RelationalStatement
}

/// A prepared statement, and the row that it is at.
///
/// Columns are counted from 0, and are valid until the next row is read.
package protocol RelationalStatement: AnyObject {
  /// Binds values to the parameters; the next row is the first.
  func bind(_ values: [Value]) throws
  /// Moves to the next row; false if there is none.
  func next() throws -> Bool
  /// Stops reading rows before the last one.
  func end()
  /// How many rows the statement changed when it was last run.
  var changes: Int { get }

  /// Whether a column is NULL.
  func isNull(_ column: CInt) -> Bool
  /// The integer in a column; nil for everything else.
  func integer(_ column: CInt) -> Int64?
  /// The bytes of the text in a column, UTF-8 if its writer kept to that; nil for everything else.
  func bytes(_ column: CInt) -> UnsafeBufferPointer<UInt8>?
  /// A text as its writer gave it, of the bytes that are stored; nil where they are not Unicode text.
  func text(of stored: UnsafeBufferPointer<UInt8>) -> String?
  /// The name of a column.
  func name(_ column: CInt) -> String?
}
