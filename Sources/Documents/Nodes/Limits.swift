/// How much a document may hold before it is refused.
public struct Limits: Hashable, Sendable {
  /// The largest number of bytes.
  public var bytes: Int
  /// How many levels deep lists and mappings may be nested.
  public var depth: Int
  /// The largest number of values; two bytes can be a value, which takes about fifty in memory.
  public var nodes: Int

  /// Limits for a document.
  public init(bytes: Int, depth: Int, nodes: Int) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }

  /// The limits for every document that the program reads.
  public static let standard = Limits(bytes: 64 << 20, depth: 100, nodes: 8_000_000)

  var tooLarge: Fault {
    Fault(
      place: .start,
      message: "the document is larger than \(bytes >> 20) MiB; split it into several")
  }

  func tooDeep(at place: Place) -> Fault {
    Fault(
      place: place,
      message: "lists and mappings are nested more than \(depth) levels deep; flatten them")
  }

  func tooMany(at place: Place) -> Fault {
    Fault(
      place: place, message: "the document has more than \(nodes) values; split it into several")
  }
}
