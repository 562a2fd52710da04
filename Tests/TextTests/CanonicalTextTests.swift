import Testing
import Text

@Suite struct CanonicalTextTests {
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  @Test(arguments: [
    ("plain", "plain"), (decomposed, composed), (composed, composed), ("\u{212A}1", "K1"),
    ("a\u{323}\u{307}", "\u{1EA1}\u{307}"), ("a\u{307}\u{323}", "\u{1EA1}\u{307}"),
    ("\u{1112}\u{1161}", "\u{D558}"), ("–", "–"),
  ])
  func `equal texts have one canonical form`(text: String, form: String) {
    #expect(text == form)
    #expect(Array(text.canonical.utf8) == Array(form.utf8))
  }
}
