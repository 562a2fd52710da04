extension JSONValue {
  /// The document as text: two spaces a level, one line break at the end.
  package var document: String { String(decoding: bytes, as: UTF8.self) }

  /// The same in UTF-8.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let digits): bytes.append(contentsOf: digits.utf8)
    case .text(let value): JSONValue.quote(value, to: &bytes)
    case .list(let values):
      var items = Items(between: "[", "]", indent: indent, in: &bytes)
      for value in values {
        items.begin(in: &bytes)
        value.write(to: &bytes, indent: indent + 1)
      }
      items.end(in: &bytes)
    case .made(let values):
      var items = Items(between: "[", "]", indent: indent, in: &bytes)
      values { value in
        items.begin(in: &bytes)
        value.write(to: &bytes, indent: indent + 1)
      }
      items.end(in: &bytes)
    case .object(let members):
      var items = Items(between: "{", "}", indent: indent, in: &bytes)
      for member in members {
        items.begin(in: &bytes)
        JSONValue.quote(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        member.value.write(to: &bytes, indent: indent + 1)
      }
      items.end(in: &bytes)
    }
  }

  /// What stands between the items of a list or an object.
  private struct Items {
    private let closing: Unicode.Scalar
    private let indent: Int
    private var isEmpty = true

    init(
      between opening: Unicode.Scalar, _ closing: Unicode.Scalar, indent: Int,
      in bytes: inout [UInt8]
    ) {
      self.closing = closing
      self.indent = indent
      bytes.append(UInt8(ascii: opening))
    }

    mutating func begin(in bytes: inout [UInt8]) {
      if !isEmpty { bytes.append(UInt8(ascii: ",")) }
      isEmpty = false
      startLine(indent + 1, in: &bytes)
    }

    func end(in bytes: inout [UInt8]) {
      if !isEmpty { startLine(indent, in: &bytes) }
      bytes.append(UInt8(ascii: closing))
    }

    private func startLine(_ indent: Int, in bytes: inout [UInt8]) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }
  }

  /// Writes a text in quotes.
  ///
  /// What JSON asks to be escaped is, and so is everything that a terminal or an editor obeys
  /// instead of showing: the text read back is the same, the document looked at is harmless.
  private static func quote(_ value: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if value.utf8.allSatisfy(isPlain) {
      bytes.append(contentsOf: value.utf8)
    } else {
      for scalar in value.unicodeScalars { escape(scalar, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case _ where isShown(scalar): bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    default:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(
          contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
      }
    }
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    if scalar.value < 0x100 { return scalar.value >= 0xA0 && scalar.value != 0xAD }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return false
    default: return true
    }
  }
}
