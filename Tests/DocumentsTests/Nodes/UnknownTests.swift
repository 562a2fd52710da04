import Testing

@testable import Documents

/// Words that are not among those that are known.
@Suite struct UnknownTests {
  @Test func `a message lists what there is, and never nothing`() {
    #expect(unknown("version", "board", known: ["bord"]).hasSuffix("did you mean `bord`?"))
    #expect(unknown("version", "board", known: ["first"]).hasSuffix("use one of `first`"))
    #expect(
      unknown("version", "board", known: []) == "unknown version `board`; there is no version yet")
  }
}
