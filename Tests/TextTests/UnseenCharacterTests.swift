import Testing
import Text

/// Every character that cannot be seen.
@Suite struct UnseenCharacterTests {
  /// White space, what Unicode has programs ignore where they do not know it, controls, formatting
  /// characters, and the blank of Braille, which is in none of these sets.
  static let unseen = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
    let properties = scalar.properties
    return properties.isWhitespace || properties.isDefaultIgnorableCodePoint
      || [.control, .format].contains(properties.generalCategory) || scalar == "\u{2800}"
  }

  @Test func `exactly these characters are unseen`() {
    let known = (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter(\.isUnseen)
    #expect(known == UnseenCharacterTests.unseen)
    #expect(known.count > 4_000)
  }

  @Test func `a text is blank where nothing of it can be seen`() {
    let all = String(String.UnicodeScalarView(UnseenCharacterTests.unseen))
    #expect(all.isBlank && "".isBlank && String?.none.isBlank && Optional(all).isBlank)
    #expect(!(all + "x").isBlank && !Optional(all + "x").isBlank)
  }
}
