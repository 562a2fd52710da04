import Stores

extension JSON {
  /// Reads a document; what is none is an error that says where it ends to be one.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    var parser = Parser(bytes: bytes)
    self = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.isAtEnd else { throw parser.fault }
  }

  /// Where a text ceases to be JSON.
  struct Fault: Error {
    /// How many bytes were read.
    var offset: Int
  }

  private struct Parser {
    /// How deep values may be nested; what is written here is nested five deep.
    static let deepest = 16

    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0

    var fault: Fault { Fault(offset: offset) }
    var isAtEnd: Bool { offset == bytes.count }

    mutating func skipSpace() {
      while offset < bytes.count {
        switch bytes[offset] {
        case 0x20, 0x09, 0x0A, 0x0D: offset += 1
        default: return
        }
      }
    }

    mutating func next() throws(Fault) -> UInt8 {
      guard offset < bytes.count else { throw fault }
      defer { offset += 1 }
      return bytes[offset]
    }

    /// Whether a byte comes next, which is then passed.
    mutating func takes(_ byte: UInt8) -> Bool {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == byte else { return false }
      offset += 1
      return true
    }

    mutating func expect(_ word: StaticString, as value: JSON) throws(Fault) -> JSON {
      for index in 0..<word.utf8CodeUnitCount {
        guard try next() == word.utf8Start[index] else { throw fault }
      }
      return value
    }

    mutating func value(depth: Int) throws(Fault) -> JSON {
      skipSpace()
      guard depth < Parser.deepest, offset < bytes.count else { throw fault }
      switch bytes[offset] {
      case UInt8(ascii: "n"): return try expect("null", as: .null)
      case UInt8(ascii: "t"): return try expect("true", as: .flag(true))
      case UInt8(ascii: "f"): return try expect("false", as: .flag(false))
      case UInt8(ascii: "\""): return .text(try text())
      case UInt8(ascii: "["): return .list(try list(depth: depth))
      case UInt8(ascii: "{"): return .object(try object(depth: depth))
      default: return .number(try number())
      }
    }

    mutating func list(depth: Int) throws(Fault) -> [JSON] {
      offset += 1
      var values: [JSON] = []
      if takes(UInt8(ascii: "]")) { return [] }
      repeat { values.append(try value(depth: depth + 1)) } while takes(UInt8(ascii: ","))
      guard takes(UInt8(ascii: "]")) else { throw fault }
      return values
    }

    mutating func object(depth: Int) throws(Fault) -> [Member] {
      offset += 1
      var members: [Member] = []
      if takes(UInt8(ascii: "}")) { return [] }
      repeat {
        skipSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw fault }
        let name = try text()
        guard takes(UInt8(ascii: ":")) else { throw fault }
        members.append(Member(name: name, value: try value(depth: depth + 1)))
      } while takes(UInt8(ascii: ","))
      guard takes(UInt8(ascii: "}")) else { throw fault }
      return members
    }

    /// A whole number that fits 64 bits; nothing else is ever written.
    mutating func number() throws(Fault) -> Int64 {
      let start = offset
      let isNegative = bytes[offset] == UInt8(ascii: "-")
      if isNegative { offset += 1 }
      var number: Int64 = 0
      while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
        // Counted downwards, since there is one more number below nothing than above.
        let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.subtractingReportingOverflow(Int64(bytes[offset] - 0x30))
        guard !overflow, !carry else { throw fault }
        number = sum
        offset += 1
      }
      guard offset > start + (isNegative ? 1 : 0), isNegative || number != .min else { throw fault }
      return isNegative ? number : -number
    }

    mutating func text() throws(Fault) -> String {
      offset += 1
      let start = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""),
        bytes[offset] != UInt8(ascii: "\\")
      { offset += 1 }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        defer { offset += 1 }
        let content = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        guard let text = String(checked: content) else { throw fault }
        return text
      }
      var content = Array(bytes[start..<offset])
      while true {
        switch try next() {
        case UInt8(ascii: "\""):
          guard let text = String(validating: content, as: UTF8.self) else { throw fault }
          return text
        case UInt8(ascii: "\\"): try escape(into: &content)
        case let byte: content.append(byte)
        }
      }
    }

    /// The escapes that are written here: a mark, or a character of one byte by its number.
    private mutating func escape(into content: inout [UInt8]) throws(Fault) {
      switch try next() {
      case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\"):
        content.append(byte)
      case UInt8(ascii: "u"):
        var number = 0
        for _ in 0..<4 {
          guard let digit = Character(UnicodeScalar(try next())).hexDigitValue else { throw fault }
          number = number * 16 + digit
        }
        guard number < 0x80 else { throw fault }
        content.append(UInt8(number))
      default: throw fault
      }
    }
  }
}
