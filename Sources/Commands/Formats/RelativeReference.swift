import Text

/// A file's path as a reference that any reader of URIs resolves to the same path.
struct RelativeReference: Hashable, Sendable {
  /// The reference, with everything but letters, digits and `-._~/` percent-encoded.
  let text: String

  /// The reference for a path; an absolute one becomes a `file` URI.
  init(path: String) {
    let encoded = PercentEncoding.encoded(path, keeping: "/")
    text = path.hasPrefix("/") ? "file://\(encoded)" : encoded
  }

  /// Whether a text is a whole address, without a fragment: `https://HOST/PATH`.
  static func isAddress(_ text: String) -> Bool {
    let scheme = text.prefix { $0 != ":" }
    let letters = scheme.utf8.allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
    let rest = text.dropFirst(scheme.count + 1)
    let isSafe = rest.utf8.allSatisfy { byte in
      byte &- 0x21 < 0x5E && !"#\"<>\\^`{|}".utf8.contains(byte)
    }
    return letters && !scheme.isEmpty && !rest.isEmpty && isSafe
  }
}
