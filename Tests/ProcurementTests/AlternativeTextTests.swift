import Procurement
import SeededRandom
import Testing

/// Alternatives in one text, as in a cell of a table.
@Suite struct AlternativeTextTests {
  private func read(_ text: String) throws -> [Alternative] {
    try AlternativeText.alternatives(text)
  }

  @Test func `what is written is read as it was`() throws {
    var random = SplitMix64(seed: 14)
    let texts = ["bt", "Acme, Ltd; \"North\"", "none", "a:b", " x ", "two\nlines", "the end"]
    let years = [FinancialYear("2004-05"), FinancialYear("2005-06")].compactMap(\.self)
    for _ in 0..<500 {
      let alternatives = (0..<Int.random(in: 0...3, using: &random)).map { number in
        var alternative = Alternative(id: number == 2 ? "c: d" : "offer-\(number)")
        func text() -> String? { texts.randomElement(using: &random) }
        let values: [LineValue] = [
          .pacs(PACSOption.allCases.randomElement(using: &random)), .route(.calloff), .route(nil),
          .supplier(["bt", "Acme Ltd", "none", nil].randomElement(using: &random) ?? nil),
          .group(["thames", "a;b", nil].randomElement(using: &random) ?? nil),
          .spineConnected(true),
          .crsInteroperable([false, nil].randomElement(using: &random) ?? nil),
          .justification(text()), .notes(nil), .notes(text()), .funds([]),
          .funds(["capital", "a b", "none"]),
        ]
        for value in values where Bool.random(using: &random) { alternative.set(value) }
        for year in years where Bool.random(using: &random) {
          alternative.cost[year, .capital] = Money(
            pence: Int64.random(in: 0...99_999, using: &random))
        }
        return alternative
      }
      #expect(try read(AlternativeText.text(of: alternatives)) == alternatives)
    }
  }

  @Test func `it is read as people write it`() throws {
    let text = "lsp: PACS basic, route program, supplier BT, capital 2004-05 £180k; later"
    let alternatives = try read(text)
    #expect(alternatives.map(\.id) == ["lsp", "later"])
    #expect(
      alternatives[0].values == [.pacs(.basic), .route(.programme), .supplier("BT")])
    #expect(alternatives[0].cost.total == Money(pence: 18_000_000))
    #expect(alternatives[1] == Alternative(id: "later"))
    #expect(try read("  ").isEmpty)
  }

  @Test func `amounts may have commas in quotation marks, and a blank value is none`() throws {
    let year = try #require(FinancialYear("2004-05"))
    let offer = try #require(read("a: capital 2004-05 \"18,000\", group \"  \"").first)
    #expect(offer.cost[year, .capital] == Money(pence: 1_800_000))
    #expect(offer.values == [.group(nil)])
    #expect(try read("\"a b\"").map(\.id) == ["a b"])
  }

  @Test(arguments: [
    ("lsp: suplier bt", "did you mean `supplier`?"),
    ("lsp: route by post", "unknown route `by post` of an alternative"),
    ("lsp: capital lots", "write `capital 2004-05 12500`"),
    (": supplier bt", "an alternative needs an id"),
    ("a: capital 2004-05 5, capital 2004-05 6", "has `capital 2004-05` twice"),
    ("a: supplier X, supplier Y", "has `supplier` twice"),
    ("a: supplier \"X, capital 2004-05 5", "has no second one"),
    ("a supplier X", "has no `:` after its id"),
    ("lsp; lsp", "two alternatives are called `lsp`"),
  ])
  func `what cannot be read says what to write`(text: String, words: String) throws {
    do {
      _ = try read(text)
      Issue.record("read")
    } catch let fault as AlternativeText.Fault {
      #expect(fault.words.contains(words))
    }
  }
}
