import Procurement
import Testing

/// Every character that cannot be seen, in names and codes.
@Suite struct UnseenCharacterTests {
  /// White space, what Unicode has programs ignore where they do not know it, controls, formatting
  /// characters, and the blank of Braille, which is in none of these sets.
  static let unseen = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || [.control, .format].contains(properties.generalCategory) || scalar == "\u{2800}"
  }

  @Test func `all of them, and nothing else, are known as unseen`() {
    let known = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.isUnseen)
    #expect(known == UnseenCharacterTests.unseen)
    #expect(known.count > 4_000)
  }

  @Test func `around a supplier none counts, and within one only a blank that can be seen`() throws
  {
    for scalar in UnseenCharacterTests.unseen {
      #expect(try CodeKind.supplier.code("\(scalar)bt\(scalar)") == "bt", "\(scalar.nameOfHidden)")
      let isBlank = scalar.properties.isWhitespace && scalar != "\u{200B}" || scalar == "\u{2800}"
      let within = try CodeKind.supplier.code("b\(scalar)t")
      #expect(within == (isBlank ? "b t" : "bt"), "\(scalar.nameOfHidden)")
    }
  }

  @Test(arguments: [CodeKind.trust, .id])
  func `none is part of a code`(kind: CodeKind) {
    for scalar in UnseenCharacterTests.unseen where scalar != " " || kind.noun("") != "" {
      #expect(throws: CodeKind.Fault.self, "\(scalar.nameOfHidden)") {
        try kind.code("R\(scalar)X")
      }
      #expect(throws: CodeKind.Fault.self, "\(scalar.nameOfHidden)") {
        try kind.code("RX\(scalar)")
      }
    }
  }

  @Test func `text that holds nothing else tells nothing`() {
    let all = String(String.UnicodeScalarView(UnseenCharacterTests.unseen))
    #expect(!Optional(all).isTelling)
    #expect(Optional(all + "x").isTelling)
  }
}
