import Documents
import Testing

@testable import Commands

@Suite("lines of a document")
struct SourceLinesTests {
  private static let text = """
    lines:
      - id: L1
        service: core.maternity   # a comment
        need: new
        cost:
          capital: {2004-05: 1}

        # about the funds
        funds:
        - capital
        - running
      - {id: L2, service: future,
         route: open, supplier: "Acme"}
    """

  private let lines = SourceLines(Array(text.utf8))

  @Test(arguments: [(2, 11), (12, 13)])
  func `a line of a plan ends with its last field`(start: Int, end: Int) {
    #expect(lines.lastLine(from: Place(line: start, column: 5), isField: false) == end)
  }

  @Test(arguments: [(2, 2), (3, 3), (5, 6), (9, 11)])
  func `a field ends with its value, without comments and blank lines`(start: Int, end: Int) {
    #expect(lines.lastLine(from: Place(line: start, column: 5), isField: true) == end)
  }

  @Test func `a field in braces ends where it starts`() {
    #expect(lines.lastLine(from: Place(line: 12, column: 14), isField: true) == 12)
    #expect(lines.lastLine(from: Place(line: 13, column: 6), isField: true) == 13)
  }

  @Test func `a word is replaced where it is`() throws {
    func replaced(
      _ old: String, _ key: String, _ line: Int, _ column: Int, by new: String = "open"
    ) -> SourceLines.Replacement? {
      lines.replacement(of: old, by: new, key: key, at: Place(line: line, column: column))
    }
    let service = try #require(replaced("core.maternity", "service", 3, 5))
    #expect(
      service.start == Place(line: 3, column: 14) && service.end == Place(line: 3, column: 28))
    #expect(replaced("future", "service", 12, 14)?.end == Place(line: 12, column: 29))
    #expect(replaced("open", "route", 13, 6)?.start == Place(line: 13, column: 13))
    // Another value, one in quotes, another key, and words that YAML reads as something else.
    #expect(replaced("core.mat", "service", 3, 5) == nil)
    #expect(replaced("Acme", "supplier", 13, 19) == nil)
    #expect(replaced("new", "route", 4, 5) == nil)
    #expect(replaced("new", "need", 4, 5, by: "no") == nil)
    #expect(replaced("new", "need", 4, 5, by: "a: b") == nil)
    #expect(replaced("new", "need", 99, 5) == nil)
  }

  @Test func `all line breaks of editors count`() {
    let lines = SourceLines(Array("a:\r\n  b: x\r  c: old\n".utf8))
    #expect(lines.replacement(of: "old", by: "new", key: "c", at: Place(line: 3, column: 3)) != nil)
  }
}
