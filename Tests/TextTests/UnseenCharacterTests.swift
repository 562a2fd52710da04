import Testing
import Text

/// Every invisible character.
@Suite struct UnseenCharacterTests {
  /// White space, default-ignorable characters, controls, formatting
  /// characters, and the blank of Braille, which is in none of these sets.
  static let unseen = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || [.control, .format].contains(properties.generalCategory) || scalar == "\u{2800}"
  }

  @Test func `exactly these characters are invisible`() {
    let known = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.isUnseen)
    #expect(known == UnseenCharacterTests.unseen)
    #expect(known.count > 4_000)
  }

  @Test func `a text is blank if it has only invisible characters`() {
    let all = String(String.UnicodeScalarView(UnseenCharacterTests.unseen))
    #expect(all.isBlank && "".isBlank && String?.none.isBlank && Optional(all).isBlank)
    #expect(!(all + "x").isBlank && !Optional(all + "x").isBlank)
  }
}
