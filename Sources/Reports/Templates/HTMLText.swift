import Text

/// Text as HTML: nothing in it is markup, and what cannot be seen is shown by a sign.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    let shown = ShownText.text(text)
    guard shown.utf8.contains(where: isSpecial) else { return shown }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(shown.utf8.count + 16)
    for byte in shown.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

/// Text as papers show it in any format: in one line, with signs for what cannot be shown.
enum ShownText {
  static func text(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isShown) { return text }
    let lines = text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "\t" }
    return VisibleText.safe(lines.joined(separator: " "))
  }

  /// Whether a character is shown as it is, whatever is beside it.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch VisibleText.kind(of: scalar.value) {
    case .narrow, .wide: true
    case .mark, .unsafe: false
    }
  }
}
