@_spi(_Unicode) import Swift

// Swift compares texts by canonical equivalence: `é` is the same as one character or as an `e` with
// an accent. What compares bytes instead, such as an index or a database, must compare these.
extension String {
  /// The text in the form (NFC) that is the same for all texts equal to it.
  public var canonical: String {
    if utf8.allSatisfy({ $0 < String.firstToCompose }) { return self }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: _nfc)
    return String(text)
  }

  /// Whether the bytes of a text may be in another form than `canonical`. If false, they are in
  /// that form.
  @inlinable
  package static func mayDiffer(fromCanonical bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { $0 >= firstToCompose }
  }

  /// The first byte of U+0300. Characters before it are composed, and combine with nothing.
  @usableFromInline
  package static var firstToCompose: UInt8 { 0xCC }
}
