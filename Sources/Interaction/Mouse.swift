public import Canvas

/// Something that was done with the mouse, and the cell where.
public struct Mouse: Hashable, Sendable {
  /// The action of the mouse.
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed; the first press of a double click is one too.
    case click
    /// The left button was pressed again soon, on the same cell.
    case doubleClick
    /// The wheel was turned a step.
    case wheelUp, wheelDown
  }

  /// The cell under the pointer, which is one of the display.
  public var position: Position
  /// The action of the mouse.
  public var kind: Kind

  /// Something that was done at a place.
  public init(_ kind: Kind, at position: Position) {
    self.position = position
    self.kind = kind
  }
}
