import SeededRandom
import Testing
import Text

@Suite struct JSONParserTests {
  private func parse(_ text: String, depth: Int = 16) throws(JSONFault) -> JSON {
    try parse(Array(text.utf8), depth: depth)
  }

  private func parse(_ bytes: [UInt8], depth: Int = 16) throws(JSONFault) -> JSON {
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(JSONFault) in try JSON(parsing: bytes, depth: depth) }
    }
    return try result.get()
  }

  /// A value of all kinds, nested.
  private func value(_ random: inout SplitMix64, depth: Int) -> JSON {
    let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in 0 }
    switch Int.random(in: 0..<(depth == 0 ? 5 : 7), using: &random) {
    case 0: return .null
    case 1: return .boolean(.random(using: &random))
    case 2: return .integer(.random(in: .min ... .max, using: &random))
    case 3: return .decimal("\(Int.random(in: 0..<1_000, using: &random)).50e+3")
    case 4: return .text(random.hostileText(length: 12))
    case 5: return .list(items.map { _ in value(&random, depth: depth - 1) })
    default:
      return .object(
        items.map { _ in (random.hostileText(length: 5), value(&random, depth: depth - 1)) })
    }
  }

  @Test func `a value of any kind is read back from both forms`() throws {
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let value = value(&random, depth: 4)
      #expect(try parse(value.compact).compact == value.compact, "seed \(seed)")
      #expect(try parse(value.document).document == value.document, "seed \(seed)")
    }
  }

  @Test func `texts come back byte for byte`() throws {
    let texts = [
      "", "\u{0}", "\u{0}a\u{0}", "\"\\", "\u{1B}]0;x\u{7}", "\u{7F}\u{80}\u{9B}", "e\u{301}é",
      "\u{202E}\u{2028}\u{FEFF}\u{FFFF}\u{10FFFF}", "\r\n\t", "👩‍⚕️", "\\u0041", "null",
    ]
    for text in texts {
      let written = [JSON.text(text).compact, JSON.text(text).document]
      for written in written {
        #expect(!written.utf8.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
        guard case .text(let back) = try parse(written) else { throw Missing() }
        #expect(back.utf8.elementsEqual(text.utf8))
      }
    }
  }

  private struct Missing: Error {}

  @Test(
    arguments: [
      ("", .noValue, 1, 1, 0), ("[", .noValue, 1, 2, 1), ("[1", .listGoesOn, 1, 3, 2),
      ("[1,", .noValue, 1, 4, 3), ("[1,]", .noValue, 1, 4, 3), ("\n [é1]", .noValue, 2, 3, 3),
      ("{\"a\"", .noColon, 1, 5, 4), ("{\"a\":", .noValue, 1, 6, 5), ("{1:2}", .noKey, 1, 2, 1),
      ("{\"é\":1 2", .objectGoesOn, 1, 8, 8), ("{\"a\":1,}", .noKey, 1, 8, 7),
      ("\"é", .textWithoutEnd, 1, 1, 0), ("\"\\", .unknownEscape, 1, 2, 1),
      ("\"é\\u00zz\"", .unknownEscape, 1, 3, 3), ("\"\\ud800\"", .unknownEscape, 1, 2, 1),
      ("\"a\tb\"", .controlCharacter, 1, 3, 2), ("-", .noValue, 1, 1, 0),
      ("--1", .noValue, 1, 1, 0),
      ("007", .noValue, 1, 1, 0), ("1.", .noValue, 1, 1, 0), ("nul", .noValue, 1, 1, 0),
      ("trueish", .noValue, 1, 1, 0), ("[]]", .trailing, 1, 3, 2),
      ("1 \r\n\r 2", .trailing, 3, 2, 6),
    ] as [(String, Kind, Int, Int, Int)])
  func `text that is not JSON is a fault at its place`(
    text: String, kind: Kind, line: Int, column: Int, offset: Int
  ) {
    let fault = #expect(throws: JSONFault.self) { try parse(text) }
    #expect(fault.map { Kind($0.reason) } == kind)
    #expect(fault?.position == JSONParser.Position(line: line, column: column))
    #expect(fault?.offset == offset)
  }

  /// A reason without its associated value.
  enum Kind: Hashable, Sendable {
    case trailing, noValue, noKey, noColon, listGoesOn, objectGoesOn
    case textWithoutEnd, controlCharacter, unknownEscape, other

    init(_ reason: JSONFault.Reason) {
      self =
        switch reason {
        case .trailing: .trailing
        case .noValue: .noValue
        case .noKey: .noKey
        case .noColon: .noColon
        case .listGoesOn: .listGoesOn
        case .objectGoesOn: .objectGoesOn
        case .textWithoutEnd: .textWithoutEnd
        case .controlCharacter: .controlCharacter
        case .unknownEscape: .unknownEscape
        case .notUTF8, .tooDeep, .tooManyValues: .other
        }
    }
  }

  @Test func `bytes that are not UTF-8 are a fault`() {
    for bytes in [[0x80], [0xC3], [0xED, 0xA0, 0x80], [0x5C, 0x6E, 0xFF]] as [[UInt8]] {
      let fault = #expect(throws: JSONFault.self) { try parse([0x22] + bytes + [0x22]) }
      #expect(fault?.reason == .notUTF8)
    }
  }

  @Test func `depth and number of values are bounded`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(16))
    for depth in [17, 100_000] {
      let fault = #expect(throws: JSONFault.self) { try parse(nested(depth)) }
      #expect(fault?.reason == .tooDeep)
      #expect(fault?.offset == 16)
    }
    let bytes = Array("[1,[2],3]".utf8)
    try bytes.withUnsafeBufferPointer { bytes in
      for values in 0...5 {
        var parser = JSONParser(bytes, limits: JSONParser.Limits(depth: 2, values: values))
        var read = 0
        func readAll() throws(JSONFault) {
          guard case .list = try parser.value() else { return }
          read += 1
          while try parser.hasItem() { try readAll() }
        }
        if values == 5 {
          try readAll()
          try parser.end()
        } else {
          let fault = #expect(throws: JSONFault.self) { try readAll() }
          #expect(fault?.reason == .tooManyValues)
        }
      }
    }
  }

  @Test func `a document that is cut off is a fault`() {
    let value: JSON = [["a": [1, "é\n", .null], "b": .object([])], .boolean(true)]
    let written = Array(value.compact.utf8)
    for length in 0..<written.count {
      #expect(throws: JSONFault.self) { try parse(Array(written.prefix(length))) }
    }
  }
}
