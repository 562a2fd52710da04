import Glibc

/// Writes a text to a descriptor; the result is the error number of a write that failed.
///
/// `isReady` is asked before each part, which fits any pipe that has room; where it says no, the
/// write was interrupted.
public func writeText(
  _ text: String, to descriptor: Int32, whenReady isReady: () -> Bool = { true }
) -> Int32? {
  var text = text
  return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor, whenReady: isReady) }
}

/// Writes bytes to a descriptor; the result is the error number of a write that failed.
public func writeBytes(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { write($0, to: descriptor, whenReady: { true }) }
}

private func write(
  _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, whenReady isReady: () -> Bool
) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    guard isReady() else { return EINTR }
    let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(PIPE_BUF)))
    let count = Glibc.write(descriptor, part.baseAddress, part.count)
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}
