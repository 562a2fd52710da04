/// A name that the system provides as bytes: that of a file, or an argument.
///
/// Linux names may have any bytes, but text must be UTF-8. A name that is not UTF-8 can be shown,
/// but its text is not the exact name, so it is not used to open anything.
public struct SystemName: Hashable, Sendable {
  /// The name as text; each byte that is not UTF-8 is written as `\xE9`.
  public let text: String
  /// Whether the text is the exact name.
  public let isUTF8: Bool

  /// The name with these bytes.
  public init(_ bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      isUTF8 = true
    } else {
      text = SystemName.escaped(bytes)
      isUTF8 = false
    }
  }

  private static func escaped(_ bytes: some Collection<UInt8>) -> String {
    var text = ""
    var rest = bytes[...]
    while let byte = rest.first {
      let character = (1...4).lazy.compactMap { length in
        String(validating: rest.prefix(length), as: UTF8.self)
      }.first
      text += character ?? "\\x" + String(byte, radix: 16, uppercase: true)
      rest = rest.dropFirst(character?.utf8.count ?? 1)
    }
    return text
  }
}
