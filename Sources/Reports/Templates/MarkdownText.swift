import Text

/// Text as Markdown in the manner of GitHub: nothing in it is markup, a link or HTML.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    // All markup is ASCII, whose bytes are never a part of other characters.
    let bytes = Array(ShownText.text(text).utf8.drop { $0 == UInt8(ascii: " ") })
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 16)
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "@") {
        // Readers make links of mail addresses, also where the sign is escaped.
        escaped += "<!---->".utf8
      } else if isMarkup(bytes[place]) || isMarkupAtStart(place, bytes)
        || isPartOfLink(place, bytes)
      {
        escaped.append(UInt8(ascii: "\\"))
      }
      escaped.append(bytes[place])
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static let markup = Set("\\`*_{}[]<>#!|~&$^".utf8)

  /// Whether a character is markup wherever it is.
  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), 0x80...:
      false
    default: markup.contains(byte)
    }
  }

  /// Whether a character begins a list, a rule or an underlining: a sign at the start, or the point
  /// after a number there.
  private static func isMarkupAtStart(_ place: Int, _ bytes: [UInt8]) -> Bool {
    let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: " ")
    switch bytes[place] {
    case UInt8(ascii: "="): return place == 0
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      return place == 0 && (next == UInt8(ascii: " ") || next == UInt8(ascii: "-"))
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      return place > 0 && next == UInt8(ascii: " ")
        && bytes[..<place].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    default: return false
    }
  }

  /// Whether a character is one without which an address is no link: the colon of `://`, or the
  /// first point of `www.`.
  private static func isPartOfLink(_ place: Int, _ bytes: [UInt8]) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: ":"): place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "/")
    case UInt8(ascii: "."):
      place >= 3 && bytes[(place - 3)..<place].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: false
    }
  }
}
