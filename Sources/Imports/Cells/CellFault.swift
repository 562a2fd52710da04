public import Spreadsheets

/// What is wrong with a cell of a table, and what to do about it.
public struct CellFault: Error, Hashable, Sendable {
  /// The cell.
  public let cell: CellReference
  /// What its column is called; nil where the fault is not about a field.
  public let column: String?
  /// What is wrong and what to do.
  public let words: String

  /// A fault of a cell.
  public init(cell: CellReference, column: String?, words: String) {
    self.cell = cell
    self.column = column
    self.words = words
  }

  /// The place: `Lines!F12`.
  public var place: String { cell.description }

  /// The column's name and what is wrong, without the place.
  public var text: String { (column.map { "\($0): " } ?? "") + words }
}

extension CellFault: CustomStringConvertible {
  /// The place and what is wrong: `Lines!F12: supplier: …`.
  public var description: String { "\(cell): \(text)" }
}

/// Why a text or a cell does not mean a value.
public struct ValueFault: Error, Hashable, Sendable {
  /// What is wrong and what to do.
  public let words: String
}
