/// Reads JSON to the letter of its grammar, into the same nodes as YAML.
///
/// libyaml takes most of JSON but not its escapes `\/` and `\uD83D\uDE00`, nor tabs everywhere.
struct JSONReader {
  /// What came of it.
  enum Outcome {
    case node(Node)
    /// JSON that we do not read.
    case refused(FaultList)
    /// No JSON; it may be something else.
    case malformed(Fault)
  }

  private enum Stop: Error {
    case refused(Fault)
    case malformed(Fault)
  }

  private var scanner: JSONScanner
  private let limits: Limits
  private var faults = FaultList()
  private var count = 0

  init(_ text: UnsafeBufferPointer<UInt8>, limits: Limits) {
    scanner = JSONScanner(text)
    self.limits = limits
  }

  /// Reads the whole text as one value.
  mutating func document() -> Outcome {
    do throws(Stop) {
      let root = try value(depth: 1)
      scanner.skipBlanks()
      guard scanner.isAtEnd else {
        throw .malformed(
          scanner.fault("the document ends before this; remove what follows"))
      }
      return faults.isEmpty ? .node(root) : .refused(faults.inOrder)
    } catch {
      switch error {
      case .malformed(let fault): return .malformed(fault)
      case .refused(let fault):
        faults.add(fault)
        return .refused(faults.inOrder)
      }
    }
  }

  private mutating func value(depth: Int) throws(Stop) -> Node {
    scanner.skipBlanks()
    let place = scanner.place
    count += 1
    guard count <= limits.nodes else { throw .refused(limits.tooMany(at: place)) }
    switch scanner.next {
    case UInt8(ascii: "{")?:
      guard depth <= limits.depth else { throw .refused(limits.tooDeep(at: place)) }
      return Node(place: place, content: try mapping(depth: depth))
    case UInt8(ascii: "[")?:
      guard depth <= limits.depth else { throw .refused(limits.tooDeep(at: place)) }
      return Node(place: place, content: try sequence(depth: depth))
    case UInt8(ascii: "\"")?:
      return Node(place: place, content: .scalar(try string(), isPlain: false))
    default:
      guard let word = scanner.word() else {
        throw .malformed(
          scanner.fault(
            "a value was expected here; write one, put text in double quotes, or remove the comma"))
      }
      return Node(place: place, content: .scalar(word, isPlain: true))
    }
  }

  private mutating func sequence(depth: Int) throws(Stop) -> Node.Content {
    let opening = scanner.place
    var nodes: [Node] = []
    scanner.skip()
    scanner.skipBlanks()
    if scanner.take(UInt8(ascii: "]")) { return .sequence([]) }
    while true {
      nodes.append(try value(depth: depth + 1))
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "]")) { return .sequence(nodes) }
      guard scanner.take(UInt8(ascii: ",")) else {
        throw .malformed(
          scanner.fault(
            "the list at \(opening) goes on without `,` or `]`; add the one that is missing"))
      }
    }
  }

  private mutating func mapping(depth: Int) throws(Stop) -> Node.Content {
    let opening = scanner.place
    var list = EntryList()
    scanner.skip()
    scanner.skipBlanks()
    if scanner.take(UInt8(ascii: "}")) { return .mapping([]) }
    while true {
      list.add(try entry(depth: depth), to: &faults)
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "}")) { return .mapping(list.entries) }
      guard scanner.take(UInt8(ascii: ",")) else {
        throw .malformed(
          scanner.fault(
            "the mapping at \(opening) goes on without `,` or `}`; add the one that is missing"))
      }
    }
  }

  private mutating func entry(depth: Int) throws(Stop) -> Node.Entry {
    scanner.skipBlanks()
    let place = scanner.place
    guard scanner.next == UInt8(ascii: "\"") else {
      throw .malformed(
        scanner.fault("a key in double quotes was expected here; write one, or remove the comma"))
    }
    let key = try string()
    scanner.skipBlanks()
    guard scanner.take(UInt8(ascii: ":")) else {
      throw .malformed(
        scanner.fault("the key \(quoted(key)) has no `:` after it; write `\"key\": value`"))
    }
    return Node.Entry(key: key, keyPlace: place, value: try value(depth: depth + 1))
  }

  private mutating func string() throws(Stop) -> String {
    do throws(Fault) { return try scanner.string() } catch { throw .malformed(error) }
  }
}
