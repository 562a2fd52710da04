/// The fault at the first byte that is not allowed in text; nil if there is none.
///
/// Bytes that are not UTF-8, and control characters other than tabs and line breaks, are refused.
/// Most bytes of a plan are printable ASCII, so these are skipped eight at a time.
func textFault(
  in text: UnsafeBufferPointer<UInt8>, of form: TextForm = .document
) -> Fault? {
  let bytes = UnsafeRawBufferPointer(text)
  var index = 0
  while index < bytes.count {
    if index + 8 <= bytes.count,
      isPrintable(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    {
      index += 8
      continue
    }
    let length = characterLength(bytes, at: index)
    guard length > 0 else {
      return Fault(
        place: place(ofByte: index, in: text), message: form.reason(against: bytes[index]))
    }
    index += length
  }
  return nil
}

/// Whether eight bytes are all in 0x20...0x7E; false is possible also if they are.
private func isPrintable(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let high: UInt64 = 0x8080_8080_8080_8080
  return (word | (word &- ones &* 0x20) | (word &+ ones)) & high == 0
}

/// The number of bytes of the character at an index; 0 if it is malformed or not allowed.
private func characterLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
  func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + offset < bytes.count && range.contains(bytes[index + offset])
  }
  switch bytes[index] {
  case 0x09, 0x0A, 0x0D, 0x20...0x7E: return 1
  case 0xC2: return follows(1, 0xA0...0xBF) || follows(1, 0x85...0x85) ? 2 : 0
  case 0xC3...0xDF: return follows(1) ? 2 : 0
  case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
  case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
  case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
  case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
  case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
  case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
  default: return 0
  }
}

/// The place of a byte, found by counting lines and characters before it.
func place(ofByte index: Int, in text: UnsafeBufferPointer<UInt8>) -> Place {
  var line = 1
  var column = 1
  for position in 0..<min(index, text.count) {
    switch text[position] {
    case 0x0D where position + 1 < text.count && text[position + 1] == 0x0A: break
    case 0x0A, 0x0D: (line, column) = (line + 1, 1)
    case 0x80...0xBF: break
    default: column += 1
    }
  }
  return Place(line: line, column: column)
}
