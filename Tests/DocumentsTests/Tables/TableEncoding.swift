/// The encodings in which spreadsheets write a table.
enum TableEncoding: CaseIterable {
  case utf8, utf16LittleEndian, utf16BigEndian

  /// The byte-order mark.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The first half of a character without its second.
  var loneSurrogate: [UInt8] {
    switch self {
    case .utf8: [0xED, 0xA0, 0x80]
    case .utf16LittleEndian: [0x00, 0xD8]
    case .utf16BigEndian: [0xD8, 0x00]
    }
  }

  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }
}
