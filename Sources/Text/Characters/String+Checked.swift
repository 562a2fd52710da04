extension String {
  /// The text of bytes that are UTF-8; nil where they are not.
  ///
  /// Most texts are ASCII, which is quickly seen, and then need not be looked at again.
  package init?(checked bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.reduce(0, |) < 0x80 {
      self.init(decoding: bytes, as: UTF8.self)
    } else {
      self.init(validating: bytes, as: UTF8.self)
    }
  }
}
