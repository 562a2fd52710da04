/// Reads JSON value by value, strictly by its grammar (RFC 8259), with the position of each value.
///
/// The caller asks for a value, then for each item of a list or key of an object, and at last for
/// the end. So it builds what it needs, and nothing is built twice.
package struct JSONParser {
  /// A place in a text, counted from 1 as editors do.
  package struct Position: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// How much a document may hold.
  package struct Limits {
    /// The most lists and objects within each other.
    package var depth: Int
    /// The most values.
    package var values: Int

    package init(depth: Int, values: Int = .max) {
      self.depth = depth
      self.values = values
    }
  }

  /// A value, or the start of one.
  package enum Value {
    case text(String)
    /// A number, `true`, `false` or `null` as written.
    case word(String)
    /// A list: `hasItem()` comes next.
    case list
    /// An object: `key()` comes next.
    case object
  }

  private struct Level {
    var opening: Position
    var isEmpty = true
  }

  private var scanner: JSONScanner
  private let limits: Limits
  private var levels: [Level] = []
  private var values = 0
  /// Where the last value or key starts.
  package private(set) var position = Position(line: 1, column: 1)

  /// A parser of a text, which must outlive the parser.
  package init(_ text: UnsafeBufferPointer<UInt8>, limits: Limits) {
    scanner = JSONScanner(text)
    self.limits = limits
  }

  /// Reads a value, or the start of a list or object.
  package mutating func value() throws(JSONFault) -> Value {
    scanner.skipBlanks()
    position = scanner.position
    values += 1
    guard values <= limits.values else { throw scanner.fault(.tooManyValues) }
    switch scanner.next {
    case UInt8(ascii: "\"")?: return .text(try scanner.text())
    case UInt8(ascii: "{")?:
      try open()
      return .object
    case UInt8(ascii: "[")?:
      try open()
      return .list
    default:
      guard let word = scanner.word() else { throw scanner.fault(.noValue) }
      return .word(word)
    }
  }

  /// Whether the list has another item, which `value()` then reads.
  package mutating func hasItem() throws(JSONFault) -> Bool {
    try goesOn(to: UInt8(ascii: "]")) { .listGoesOn($0) }
  }

  /// Reads the next key of the object, whose value `value()` then reads; nil at the end of the
  /// object.
  package mutating func key() throws(JSONFault) -> String? {
    guard try goesOn(to: UInt8(ascii: "}"), else: { .objectGoesOn($0) }) else { return nil }
    scanner.skipBlanks()
    position = scanner.position
    guard scanner.next == UInt8(ascii: "\"") else { throw scanner.fault(.noKey) }
    let key = try scanner.text()
    scanner.skipBlanks()
    guard scanner.take(UInt8(ascii: ":")) else { throw scanner.fault(.noColon(key: key)) }
    return key
  }

  /// Makes sure that the document ends after its value.
  package mutating func end() throws(JSONFault) {
    scanner.skipBlanks()
    guard scanner.isAtEnd else { throw scanner.fault(.trailing) }
  }

  private mutating func open() throws(JSONFault) {
    guard levels.count < limits.depth else { throw scanner.fault(.tooDeep) }
    levels.append(Level(opening: position))
    scanner.skip()
  }

  /// Whether the innermost list or object continues before `closing`; skips `closing` or a comma.
  private mutating func goesOn(
    to closing: UInt8, else reason: (Position) -> JSONFault.Reason
  ) throws(JSONFault) -> Bool {
    scanner.skipBlanks()
    let last = levels.count - 1
    if scanner.take(closing) {
      levels.removeLast()
      return false
    }
    if levels[last].isEmpty {
      levels[last].isEmpty = false
      return true
    }
    guard scanner.take(UInt8(ascii: ",")) else {
      throw scanner.fault(reason(levels[last].opening))
    }
    return true
  }
}
