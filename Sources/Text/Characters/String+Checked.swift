extension String {
  /// The text of UTF-8 bytes; nil if they are not valid.
  ///
  /// Most texts are ASCII. That is quick to find out, and then nothing else needs to be checked.
  package init?(checked bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.reduce(0, |) < 0x80 {
      self.init(decoding: bytes, as: UTF8.self)
    } else {
      self.init(validating: bytes, as: UTF8.self)
    }
  }
}
