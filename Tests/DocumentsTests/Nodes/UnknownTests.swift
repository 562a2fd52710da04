import Testing

@testable import Documents

/// Messages for unknown words.
@Suite struct UnknownTests {
  @Test func `a message lists the known words, if there are any`() {
    #expect(unknown("version", "board", known: ["bord"]).hasSuffix("did you mean `bord`?"))
    #expect(unknown("version", "board", known: ["first"]).hasSuffix("use one of `first`"))
    #expect(
      unknown("version", "board", known: []) == "unknown version `board`; there is no version yet")
  }
}
