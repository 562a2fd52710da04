import Documents
import SeededRandom
import Testing

@testable import Commands

@Suite("CSV for spreadsheets")
struct CSVTextTests {
  @Test(
    "cells are quoted if necessary, and are never formulas",
    arguments: [
      ("plain", "plain"), ("", ""), ("two words", "two words"), ("a,b", "\"a,b\""),
      ("say \"so\"", "\"say \"\"so\"\"\""), ("a\nb", "\"a\nb\""), ("=1+1", "\"'=1+1\""),
      ("+44", "\"'+44\""), ("-3", "\"'-3\""), ("@SUM(A1)", "\"'@SUM(A1)\""), ("\ta", "\"'\ta\""),
      ("\ra", "\"'\ra\""), ("a=1", "a=1"), ("=\"a\"", "\"'=\"\"a\"\"\""),
      ("=\u{301}1", "\"'=\u{301}1\""), (",\u{301}", "\",\u{301}\""),
    ])
  func cell(text: String, expected: String) {
    #expect(CSVText.text(of: .text(text)).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: ["", "0", "12.50", "-12.50", "0.00012345"])
  func `a number stays a number`(number: String) {
    #expect(CSVText.text(of: .number(number)) == number)
  }

  @Test(arguments: ["\u{A0}=1", "\u{3000}+1", "\u{200B}-1", "＝1", "\u{301}@x", "cmd|' /c'!A1"])
  func `spaces, marks and full-width characters do not hide a formula`(text: String) {
    let cell = CSVText.text(of: .text(text))
    #expect(cell.unicodeScalars.elementsEqual("\"'\(text)\"".unicodeScalars))
  }

  @Test func `written tables can be read back`() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<200 {
      let rows = (0..<3).map { _ in (0..<4).map { _ in "x" + random.text(upTo: 12) } }
      var table = CSVText()
      for row in rows { table.add(row.map(CSVText.Cell.text)) }
      let text = table.text
      guard var reader = try? CSVReader(Array(text.utf8)) else { continue }
      for row in rows {
        let read = try #require(try reader.next())
        #expect((0..<read.count).map { Array(read[$0].utf8) } == row.map { Array($0.utf8) })
      }
    }
  }
}
