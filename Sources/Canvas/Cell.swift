/// One column of one row: a character, at most one mark on it, and what it means.
public struct Cell: Hashable, Sendable {
  /// The character; 0 in the right half of a wide one.
  public var scalar: UInt32
  /// A combining mark on the character, or 0.
  public var mark: UInt32
  /// What the cell means.
  public var role: Role

  /// A cell.
  public init(scalar: UInt32, mark: UInt32 = 0, role: Role = .text) {
    self.scalar = scalar
    self.mark = mark
    self.role = role
  }

  /// An empty cell.
  public static let blank = Cell(scalar: 0x20)
}
