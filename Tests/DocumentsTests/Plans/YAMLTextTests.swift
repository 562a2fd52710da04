import Testing
import Text

@testable import Documents

@Suite struct YAMLTextTests {
  @Test func `a quoted text contains exactly the characters that the screen does not replace`() {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    var yaml = YAMLText()
    yaml.appendScalar(String(String.UnicodeScalarView(all)), inFlow: false)
    let written = Set(String(decoding: yaml.bytes, as: UTF8.self).unicodeScalars)
    #expect(written == Set(all.filter(\.isShown)))
  }

  @Test func `a text with a character that is not shown is quoted`() {
    for (text, written) in [
      ("caf\u{E9}", "caf\u{E9}"), ("a\u{200D}b", "\"a\\u200Db\""), ("a\u{FE0F}", "\"a\\uFE0F\""),
      ("a\u{E0100}", "\"a\\U000E0100\""),
    ] {
      var yaml = YAMLText()
      yaml.appendScalar(text, inFlow: false)
      #expect(yaml.bytes == Array(written.utf8))
    }
  }
}
