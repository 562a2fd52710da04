/// Text in Windows-1252, the encoding in which spreadsheet programs save CSV in western Europe unless
/// told otherwise.
public enum Windows1252Text {
  /// A text in UTF-8; nil if it is UTF-8 or UTF-16 already, or not in Windows-1252 either.
  ///
  /// Any sequence of bytes but five is Windows-1252, so a text in another old encoding is read with
  /// wrong letters; whoever reads a text so must say it.
  public static func utf8(of bytes: [UInt8]) -> [UInt8]? {
    guard UTF16Text(beginning: bytes) == nil, String(validating: bytes, as: UTF8.self) == nil else {
      return nil
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? special[Int(byte - 0x80)] : UInt16(byte)
      guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    return text
  }

  /// What the bytes 80 to 9F stand for; 0 for those that stand for nothing.
  private static let special: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
