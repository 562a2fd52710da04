import Documents

/// Some named values at the head of a file, as comments of YAML: `# document: /srv/plan.yaml`.
///
/// A name is a plain word. In a value each byte that is not printable ASCII is written `%0A`.
struct StateRecord: Hashable, Sendable {
  var values: [String: String]

  /// A record of these values.
  init(_ values: [String: String]) { self.values = values }

  /// The record at the head of a file.
  init(head bytes: [UInt8]) {
    values = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard line.first == UInt8(ascii: "#") else { break }
      let text = String(decoding: line.dropFirst(2), as: UTF8.self)
      guard let colon = text.firstIndex(of: ":"), let value = StateRecord.unescaped(text[colon...])
      else { continue }
      values[String(text[..<colon])] = value
    }
  }

  /// The lines of the file's head.
  var head: String {
    values.sorted { $0.key < $1.key }
      .map { "# \($0): \(StateRecord.escaped($1))\n" }.joined()
  }

  /// A short name for the values, as a file can have it. Two records may share one, so what a file
  /// belongs to is read from its head.
  var fileName: String {
    let hash = head.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "%")
        ? String(UnicodeScalar(byte))
        : "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
    }.joined()
  }

  /// The value after `: `; nil where it is none that was written here.
  private static func unescaped(_ text: Substring) -> String? {
    var rest = text.utf8.dropFirst(2)
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let digits = String(rest.prefix(2)), let escaped = UInt8(digits, radix: 16) else {
        return nil
      }
      bytes.append(escaped)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
