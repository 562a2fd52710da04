import CYAML

/// The events of a YAML text, one at a time.
///
/// The parser and the event of libyaml must not move in memory, so both are allocated here and
/// freed with the stream. The text must outlive the stream.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let text: UnsafeBufferPointer<UInt8>
  /// The lines as editors count them, if libyaml counts them differently.
  private let lines: LineStarts?

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    lines = LineStarts(unlessUsual: text)
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Advances to the next event; returns false if the text is not valid YAML.
  mutating func advance() -> Bool {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1
  }

  /// The type of the current event.
  var type: yaml_event_type_t { event.pointee.type }

  /// The place where the current event starts.
  var place: Place { place(of: event.pointee.start_mark) }

  /// The text of the current scalar, and whether it is without quotes.
  var scalar: (text: String, isPlain: Bool) {
    let scalar = event.pointee.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return (
      String(decoding: bytes, as: UTF8.self), scalar.style == YAML_PLAIN_SCALAR_STYLE
    )
  }

  /// The characters of a scalar, and its form.
  struct ScalarExtent {
    /// The characters, by their number in the text.
    let characters: Range<Int>
    /// Whether it starts with `|` or `>`, with its text on the lines below.
    let isBlock: Bool
  }

  /// The extent of the current event; nil if it is not a scalar.
  var scalarExtent: ScalarExtent? {
    guard type == YAML_SCALAR_EVENT else { return nil }
    let (start, end) = (event.pointee.start_mark.index, event.pointee.end_mark.index)
    let style = event.pointee.data.scalar.style
    return ScalarExtent(
      characters: start..<max(start, end),
      isBlock: style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
  }

  /// Whether this is the last event.
  var isAtEnd: Bool { type == YAML_STREAM_END_EVENT }

  /// The feature of the current node that our documents may not use, if any.
  var decoration: Decoration? {
    let (anchor, tag) =
      switch type {
      case YAML_SCALAR_EVENT: (event.pointee.data.scalar.anchor, event.pointee.data.scalar.tag)
      case YAML_SEQUENCE_START_EVENT:
        (event.pointee.data.sequence_start.anchor, event.pointee.data.sequence_start.tag)
      case YAML_MAPPING_START_EVENT:
        (event.pointee.data.mapping_start.anchor, event.pointee.data.mapping_start.tag)
      case YAML_ALIAS_EVENT: (event.pointee.data.alias.anchor, nil)
      default: (nil, nil)
      }
    if let anchor {
      let name = String(cString: anchor)
      return type == YAML_ALIAS_EVENT ? .alias(name) : .anchor(name)
    }
    return tag.map { .tag(String(cString: $0)) }
  }

  private func place(of mark: yaml_mark_t) -> Place {
    lines?.place(ofCharacter: mark.index) ?? Place(line: mark.line + 1, column: mark.column + 1)
  }

  /// The fault after `advance` has returned false.
  var fault: Fault {
    let parser = parser.pointee
    switch parser.error {
    case YAML_READER_ERROR:
      return Fault(
        place: Documents.place(ofByte: parser.problem_offset, in: text),
        message:
          "this character is not allowed in a document; write it as an escape in double quotes"
      )
    case YAML_MEMORY_ERROR:
      return Fault(place: place(of: parser.mark), message: "there is not enough memory to continue")
    default:
      return syntaxFault(
        problem: parser.problem.map { String(cString: $0) } ?? "",
        context: parser.context.map { String(cString: $0) } ?? "",
        place: place(of: parser.problem_mark), opening: place(of: parser.context_mark))
    }
  }
}
