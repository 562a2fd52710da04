/// A place on a canvas, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// The row.
  public var row: Int
  /// The column.
  public var column: Int

  /// A place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
