/// A file's path as a reference that any reader of URIs resolves to the same path.
struct RelativeReference: Hashable, Sendable {
  /// The reference, with everything but letters, digits and `-._~/` percent-encoded.
  let text: String

  /// The reference for a path; an absolute one becomes a `file` URI.
  init(path: String) {
    let encoded = path.utf8.map(RelativeReference.encoded).joined()
    text = path.hasPrefix("/") ? "file://\(encoded)" : encoded
  }

  private static func encoded(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
}
