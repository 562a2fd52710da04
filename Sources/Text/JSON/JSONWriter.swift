extension JSON {
  /// The value as a document for people, indented by two spaces a level, with a final line break.
  package var document: String { String(decoding: documentBytes, as: UTF8.self) }

  /// The same in UTF-8.
  package var documentBytes: [UInt8] {
    var writer = JSONWriter(form: .document)
    writer.write(self)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// The value without spaces and line breaks, as a store keeps it.
  package var compact: String {
    var writer = JSONWriter(form: .compact)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes JSON values one after the other.
struct JSONWriter {
  /// How values are laid out, and which characters are escaped.
  enum Form {
    /// Indented. A character that is not shown as itself (`isShown`) is escaped, so that a document
    /// is safe to display and contains only what is visible.
    case document
    /// Without spaces. Only what JSON demands and DEL are escaped, by number: earlier versions of
    /// the program read no other escapes from a store.
    case compact
  }

  let form: Form
  var bytes: [UInt8] = []
  private var level: Int

  /// A writer whose values are inside so many brackets.
  init(form: Form, level: Int = 0) {
    self.form = form
    self.level = level
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: append("null")
    case .boolean(let value): append(value ? "true" : "false")
    case .integer(let value): append(String(value))
    case .decimal(let digits): append(digits)
    case .text(let text): quote(text)
    case .list(let values): writeList { write in values.forEach(write) }
    case .made(let items): writeList(items)
    case .object(let members):
      begin("{")
      var isEmpty = true
      for member in members {
        beginItem(&isEmpty)
        write(member)
      }
      end("}", isEmpty)
    }
  }

  mutating func write(_ member: JSON.Member) {
    quote(member.key)
    append(form == .document ? ": " : ":")
    write(member.value)
  }

  private mutating func writeList(_ items: ((JSON) -> Void) -> Void) {
    begin("[")
    var isEmpty = true
    items { item in
      beginItem(&isEmpty)
      write(item)
    }
    end("]", isEmpty)
  }

  // MARK: Layout

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    level += 1
  }

  private mutating func beginItem(_ isEmpty: inout Bool) {
    if !isEmpty { bytes.append(UInt8(ascii: ",")) }
    isEmpty = false
    startLine()
  }

  private mutating func end(_ bracket: Unicode.Scalar, _ isEmpty: Bool) {
    level -= 1
    if !isEmpty { startLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  mutating func startLine() {
    guard form == .document else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  // MARK: Texts

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(JSONWriter.isPlain) {
      append(text)
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch (scalar, form) {
    case ("\"", _): append("\\\"")
    case ("\\", _): append("\\\\")
    case ("\n", .document): append("\\n")
    case ("\r", .document): append("\\r")
    case ("\t", .document): append("\\t")
    default:
      if isEscaped(scalar) { escape(scalar) } else { append(scalar) }
    }
  }

  private func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch form {
    case .document: !scalar.isShown
    case .compact: scalar.value < 0x20 || scalar.value == 0x7F
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }
}
