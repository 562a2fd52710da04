import CYAML

/// Builds nodes from YAML events, and collects everything that is not allowed in a document.
///
/// It continues after faults that leave the rest readable, and stops at others.
struct NodeBuilder: ~Copyable {
  private var events: EventStream
  private let limits: Limits
  private var faults = FaultList()
  private var count = 0

  /// Reading cannot continue; the reason is among the faults.
  private struct Stop: Error {}

  init(_ text: UnsafeBufferPointer<UInt8>, limits: Limits) {
    events = EventStream(text)
    self.limits = limits
  }

  /// The root node of the one document, or all its faults.
  mutating func document() -> Result<Node, FaultList> {
    do throws(Stop) {
      let root = try root()
      if faults.isEmpty { return .success(root) }
    } catch {}
    return .failure(faults.inOrder)
  }

  private mutating func root() throws(Stop) -> Node {
    try advance()  // the stream's start
    try advance()
    guard events.type == YAML_DOCUMENT_START_EVENT else {
      throw stop(at: .start, "the document is empty; write at least one `key: value`")
    }
    try advance()
    let root = try node(depth: 1)
    try advance()  // the document's end
    try advance()
    guard events.type == YAML_STREAM_END_EVENT else {
      throw stop(
        at: events.place, "a file can have only one document; remove this one and the rest")
    }
    return root
  }

  /// The node that starts with the current event.
  private mutating func node(depth: Int) throws(Stop) -> Node {
    let place = events.place
    count += 1
    guard count <= limits.nodes else { throw stop(limits.tooMany(at: place)) }
    if let decoration = events.decoration {
      faults.add(Fault(place: place, message: decoration.message))
    }
    switch events.type {
    case YAML_SCALAR_EVENT:
      let (text, isPlain) = events.scalar
      return Node(place: place, content: .scalar(text, isPlain: isPlain))
    case YAML_SEQUENCE_START_EVENT:
      guard depth <= limits.depth else { throw stop(limits.tooDeep(at: place)) }
      return Node(place: place, content: try sequence(depth: depth))
    case YAML_MAPPING_START_EVENT:
      guard depth <= limits.depth else { throw stop(limits.tooDeep(at: place)) }
      return Node(place: place, content: try mapping(depth: depth))
    default:
      return Node(place: place, content: .scalar("", isPlain: true))
    }
  }

  private mutating func sequence(depth: Int) throws(Stop) -> Node.Content {
    var nodes: [Node] = []
    try advance()
    while events.type != YAML_SEQUENCE_END_EVENT {
      nodes.append(try node(depth: depth + 1))
      try advance()
    }
    return .sequence(nodes)
  }

  private mutating func mapping(depth: Int) throws(Stop) -> Node.Content {
    var list = EntryList()
    try advance()
    while events.type != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      try advance()
      let value = try node(depth: depth + 1)
      try advance()
      if case .scalar(let text, _) = key.content {
        list.add(Node.Entry(key: text, keyPlace: key.place, value: value), to: &faults)
      } else {
        faults.add(
          Fault(place: key.place, message: "a list or mapping cannot be a key; write a word"))
      }
    }
    return .mapping(list.entries)
  }

  private mutating func advance() throws(Stop) {
    guard events.advance() else { throw stop(events.fault) }
  }

  private mutating func stop(at place: Place, _ message: String) -> Stop {
    stop(Fault(place: place, message: message))
  }

  private mutating func stop(_ fault: Fault) -> Stop {
    faults.add(fault)
    return Stop()
  }
}
