import Glibc

/// Refuses a text with very many `%TAG` directives, since libyaml compares each with every other: a
/// few megabytes of them would take hours.
func directiveFault(in text: UnsafeBufferPointer<UInt8>) -> Fault? {
  guard let base = text.baseAddress else { return nil }
  var first: Int?
  var count = 0
  var index = 0
  while let found = memchr(base + index, Int32(UInt8(ascii: "%")), text.count - index) {
    let position = UnsafeRawPointer(base).distance(to: found)
    index = position + 1
    guard text[index...].starts(with: "TAG".utf8) else { continue }
    first = first ?? position
    count += 1
    if count > 100 {
      return Fault(
        place: place(ofByte: first ?? position, in: text),
        message: "lines that start with `%` are not supported; remove this one")
    }
  }
  return nil
}
