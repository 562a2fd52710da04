import Procurement
import Testing

/// Words in spreadsheets, and lists in one cell.
@Suite struct SpelledWordTests {
  @Test(arguments: [
    ("call-off", Route.calloff), ("Call Off", .calloff), ("CALLOFF", .calloff),
    ("programme", .programme), ("Program", .programme), ("open market", .open), (" Open ", .open),
    ("by post", nil), ("", nil), ("call", nil),
  ])
  func `routes are read in their usual spellings`(_ text: String, _ route: Route?) {
    #expect(Route(spelling: text) == route)
  }

  @Test func `every word is read as itself`() {
    #expect(Need.allCases.allSatisfy { Need(spelling: $0.rawValue) == $0 })
    #expect(PACSOption.allCases.allSatisfy { PACSOption(spelling: $0.rawValue) == $0 })
    #expect(Fund.Pays.allCases.allSatisfy { Fund.Pays(spelling: $0.rawValue.uppercased()) == $0 })
  }

  @Test func `words of a list are separated by blanks of any kind, commas or semicolons`() {
    #expect(
      CodeKind.listed("a;b,c d\u{A0}e\u{2009}f\tg ; ,h;") == [
        "a", "b", "c", "d", "e", "f", "g", "h",
      ])
    #expect(CodeKind.listed(" ;, ").isEmpty)
  }
}
