/// A place in a document, counted as editors do.
///
/// A plan with many lines stores many of these, so each takes only eight bytes.
public struct Place: Hashable, Comparable, Sendable {
  private let row: UInt32
  private let position: UInt32

  /// The line, counted from 1.
  public var line: Int { Int(row) }
  /// The character in the line, counted from 1.
  public var column: Int { Int(position) }

  /// A place in a document.
  public init(line: Int, column: Int) {
    row = UInt32(clamping: line)
    position = UInt32(clamping: column)
  }

  /// The first character of a document.
  public static let start = Place(line: 1, column: 1)

  /// Orders earlier before later.
  public static func < (left: Place, right: Place) -> Bool {
    (left.row, left.position) < (right.row, right.position)
  }
}

extension Place: CustomStringConvertible {
  /// The place as compilers write it: `12:5`.
  public var description: String { "\(line):\(column)" }
}
