import Text

/// Reads JSON into the same nodes as YAML.
///
/// libyaml reads most of JSON, except its escapes `\/` and `\uD83D\uDE00`, and some tabs.
struct JSONReader {
  /// The result of reading.
  enum Outcome {
    case node(Node)
    /// JSON with faults, or beyond the limits.
    case refused(FaultList)
    /// Not JSON; it may be something else.
    case malformed(Fault)
  }

  private var parser: JSONParser
  private let limits: Limits
  private var faults = FaultList()

  init(_ text: UnsafeBufferPointer<UInt8>, limits: Limits) {
    parser = JSONParser(
      text, limits: JSONParser.Limits(depth: limits.depth, values: limits.nodes))
    self.limits = limits
  }

  /// Reads the whole text as one value.
  mutating func document() -> Outcome {
    do throws(JSONFault) {
      let root = try node()
      try parser.end()
      return faults.isEmpty ? .node(root) : .refused(faults.inOrder)
    } catch {
      let fault = error.fault(limits)
      guard error.isBeyondLimits else { return .malformed(fault) }
      faults.add(fault)
      return .refused(faults.inOrder)
    }
  }

  private mutating func node() throws(JSONFault) -> Node {
    let value = try parser.value()
    let place = Place(parser.position)
    switch value {
    case .text(let text): return Node(place: place, content: .scalar(text, isPlain: false))
    case .word(let word): return Node(place: place, content: .scalar(word, isPlain: true))
    case .list:
      var nodes: [Node] = []
      while try parser.hasItem() { nodes.append(try node()) }
      return Node(place: place, content: .sequence(nodes))
    case .object:
      var list = EntryList()
      while let key = try parser.key() {
        let keyPlace = Place(parser.position)
        list.add(Node.Entry(key: key, keyPlace: keyPlace, value: try node()), to: &faults)
      }
      return Node(place: place, content: .mapping(list.entries))
    }
  }
}

extension Place {
  fileprivate init(_ position: JSONParser.Position) {
    self.init(line: position.line, column: position.column)
  }
}

extension JSONFault {
  fileprivate var isBeyondLimits: Bool { reason == .tooDeep || reason == .tooManyValues }

  /// What is wrong and what to do.
  fileprivate func fault(_ limits: Limits) -> Fault {
    Fault(place: Place(position), message: message(limits))
  }

  private func message(_ limits: Limits) -> String {
    switch reason {
    case .trailing: "the document has ended before this; remove the rest"
    case .noValue:
      "a value was expected here; write one, put text in double quotes, or remove the comma"
    case .noKey: "a key in double quotes was expected here; write one, or remove the comma"
    case .noColon(let key): "the key \(quoted(key)) is not followed by `:`; write `\"key\": value`"
    case .listGoesOn(let opening):
      "the list at \(Place(opening)) continues without `,` or `]`; add the missing one"
    case .objectGoesOn(let opening):
      "the mapping at \(Place(opening)) continues without `,` or `}`; add the missing one"
    case .textWithoutEnd: "the closing quote of the text that starts here is missing; add it"
    case .controlCharacter: "a string cannot contain a tab or line break; write `\\t` or `\\n`"
    case .unknownEscape: "unknown escape; write `\\\\` for a backslash"
    case .notUTF8: "this is not UTF-8 text; save the file as UTF-8"
    case .tooDeep: limits.tooDeep(at: Place(position)).message
    case .tooManyValues: limits.tooMany(at: Place(position)).message
    }
  }
}
