extension JSONValue {
  /// The document as text: two spaces a level, one line break at the end.
  var document: String {
    var text = ""
    write(to: &text, indent: 0)
    text.append("\n")
    return text
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text.append("null")
    case .boolean(let value): text.append(value ? "true" : "false")
    case .integer(let value): text.append(String(value))
    case .text(let value): JSONValue.quote(value, to: &text)
    case .list(let values):
      JSONValue.write(values, between: "[", "]", to: &text, indent: indent) { value, text in
        value.write(to: &text, indent: indent + 1)
      }
    case .object(let members):
      JSONValue.write(members, between: "{", "}", to: &text, indent: indent) { member, text in
        JSONValue.quote(member.key, to: &text)
        text.append(": ")
        member.value.write(to: &text, indent: indent + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between opening: String, _ closing: String, to text: inout String,
    indent: Int, _ write: (Element, inout String) -> Void
  ) {
    text.append(opening)
    for (place, element) in elements.enumerated() {
      text.append(place == 0 ? "\n" : ",\n")
      for _ in 0...indent { text.append("  ") }
      write(element, &text)
    }
    if !elements.isEmpty {
      text.append("\n")
      for _ in 0..<indent { text.append("  ") }
    }
    text.append(closing)
  }

  /// Writes a text in quotes.
  ///
  /// What JSON asks to be escaped is, and so is everything that a terminal or an editor obeys
  /// instead of showing: the text read back is the same, the document looked at is harmless.
  private static func quote(_ value: String, to text: inout String) {
    text.append("\"")
    if value.utf8.allSatisfy(isPlain) {
      text.append(value)
    } else {
      for scalar in value.unicodeScalars { escape(scalar, to: &text) }
    }
    text.append("\"")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func escape(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar {
    case "\"": text.append("\\\"")
    case "\\": text.append("\\\\")
    case "\n": text.append("\\n")
    case "\r": text.append("\\r")
    case "\t": text.append("\\t")
    case _ where isShown(scalar): text.unicodeScalars.append(scalar)
    default:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        text.append("\\u")
        for _ in digits.utf8.count..<4 { text.append("0") }
        text.append(digits)
      }
    }
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return false
    default: return true
    }
  }
}
