import Documents
import Procurement
import Testing

@Suite struct ReadingTests {
  private enum Colour: String, CaseIterable { case red, dark_green }

  private func read<Value>(_ text: String, _ reading: Reading<Value>) -> (Value?, [String]) {
    var value: Value?
    let found = faults { () throws(FaultList) in
      value = try reading.document(try parse(Array(text.utf8)))
    }
    return (value, found)
  }

  private var pair: Reading<(String, Bool)> {
    .mapping("lamp") { lamp in
      let name = lamp.required("name", .word)
      let isLit = lamp.optional("is_lit", .flag, default: false)
      return name.map { ($0, isLit) }
    }
  }

  @Test func `a mapping has its values and defaults`() {
    let (full, none) = read("{name: a, is_lit: true}", pair)
    #expect(full?.0 == "a" && full?.1 == true && none.isEmpty)
    let (short, _) = read("{name: a, is_lit: ~}", pair)
    #expect(short?.1 == false)
  }

  @Test(arguments: [
    FaultCase("{}", "1:1 `name` is missing from this lamp; add it"),
    FaultCase("{name: }", "1:8 `name` is empty; add a value"),
    FaultCase("{name: ''}", "1:8 `name` is empty; add a value"),
    FaultCase("{name: [a]}", "1:8 `name` must be text; remove the list or mapping"),
    FaultCase("[]", "1:1 a lamp must be a mapping; write `key: value`, or `{key: value}`"),
    FaultCase(
      "{is_lit: 'true', nmae: a, colour: b}",
      "1:1 `name` is missing from this lamp; add it",
      "1:10 `is_lit` must be `true` or `false`, without quotes",
      "1:18 unknown key `nmae`; did you mean `name`?",
      "1:27 unknown key `colour`; use one of `name`, `is_lit`"),
  ])
  func `all faults of a mapping are found`(example: FaultCase) {
    #expect(read(example.document, pair).1 == example.faults)
  }

  @Test func `a choice is one of its type's words`() {
    #expect(read("dark_green", Reading<Colour>.choice("colour")).0 == .dark_green)
    #expect(
      read("blue", Reading<Colour>.choice("colour")).1
        == ["1:1 unknown colour `blue`; use one of `red`, `dark_green`"])
  }

  @Test func `a list reports every item`() {
    #expect(read("[1, 2]", Reading<[Int]>.list(of: .integer(in: 0...9))).0 == [1, 2])
    #expect(
      read("[1, x, ~, 10, '2', 02]", Reading<[Int]>.list(of: .integer(in: 0...9))).1
        == [
          "1:5 `document` must be a whole number from 0 to 9",
          "1:8 this item of `document` is empty; write or remove it",
          "1:11 `document` must be a whole number from 0 to 9",
          "1:15 `document` must be a whole number from 0 to 9",
          "1:20 `document` must be a whole number from 0 to 9",
        ])
    #expect(
      read("a: 1", Reading<[Int]>.list(of: .integer(in: 0...9))).1
        == ["1:1 `document` must be a list; write `[…]`, or items that start with `- `"])
  }

  @Test func `a table reads its keys`() {
    let amounts = Reading<[TableRow<FinancialYear, Money>]>.table(.year, .money)
    let rows = read("{2004-05: 1.5, 2005-06: ~}", amounts).0
    #expect(rows?.map(\.value) == [Money(pence: 150)])
    #expect(rows?.map(\.place) == [Place(line: 1, column: 2)])
    #expect(
      read("{2004: 1, 2004-05: x, 2006-08: ~}", amounts).1
        == [
          "1:2 `2004` is not a financial year; write one such as `2004-05`",
          "1:20 `x` is not an amount; write pounds in digits only, such as `1250.50`",
          "1:23 `2006-08` is not a financial year; write one such as `2004-05`",
        ])
  }

  @Test(arguments: [
    ("suplier", "supplier"), ("rotue", "route"), ("Need", "need"), ("cost", nil), ("x", nil),
  ])
  func `the nearest word is suggested`(word: String, meant: String?) {
    #expect(nearest(to: word, among: ["supplier", "route", "need", "funds"]) == meant)
  }
}
