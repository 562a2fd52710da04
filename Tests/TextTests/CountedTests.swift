import Testing
import Text

@Suite struct CountedTests {
  @Test(arguments: [
    (0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1_234, "1234 errors"),
  ])
  func `a number has a noun in the singular or plural`(number: Int, words: String) {
    #expect(counted(number, "error") == words)
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c"),
  ])
  func `a series has commas, and a conjunction before its last word`(
    words: [String], phrase: String
  ) {
    #expect(series(words, "or") == phrase)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (12_045, "12,045"), (1_000_000, "1,000,000"),
    (.max, "9,223,372,036,854,775,807"),
  ])
  func `a large number has a comma before each group of three digits`(number: Int, words: String) {
    #expect(number.grouped == words)
    #expect(counted(number, "line", isGrouped: true) == words + " lines")
  }
}
