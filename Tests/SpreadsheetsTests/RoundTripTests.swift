import Procurement
import SeededRandom
@testable import Spreadsheets
import Testing

@Suite struct RoundTripTests {
  /// A cell as it is written, and as it must be read.
  private struct Pair {
    var written: WrittenCell
    var read: SheetCell
  }

  private func pair(_ random: inout SplitMix64) -> Pair {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return Pair(written: .blank, read: .blank)
    case 1:
      let number = Int.random(in: -1_000...1_000_000, using: &random)
      return Pair(written: .number(number), read: .number(String(number)))
    case 2:
      let day = CalendarDate(year: Int.random(in: 1901...9999, using: &random), month: 2, day: 28)
      return Pair(written: .day(day), read: day.map(SheetCell.date) ?? .blank)
    case 3: return Pair(written: .boolean(true), read: .boolean(true))
    case 4:
      let text =
        ["=1+1", "_x0041_", " x ", "a\r\nb", "+", "]]>", "&lt;", "'", "_x005F_x0041_"]
        .randomElement(using: &random) ?? ""
      return Pair(written: .text(text), read: .text(text))
    default:
      let text = random.hostileText(length: 30)
      return Pair(written: .text(text, .wrapped), read: text.isEmpty ? .blank : .text(text))
    }
  }

  @Test(arguments: 0..<40)
  func `what is written is read again, character by character`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    var writer = SpreadsheetWriter<Never>(
      SpreadsheetProperties(title: random.hostileText(length: 9))
    ) {
      bytes += $0
    }
    var expected: [[SheetRow]] = []
    for _ in 0..<3 {
      writer.beginSheet(SheetLayout(name: random.hostileText(length: 40), frozenRows: 1))
      let rows = (0..<20).map { _ in
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in pair(&random) }
      }
      for row in rows { writer.append(row.map(\.written)) }
      writer.endTable(headings: 1)
      expected.append(
        rows.enumerated().map { place, row in
          let end = row.lastIndex { $0.read != .blank }.map { $0 + 1 } ?? 0
          return SheetRow(number: place + 1, cells: row.prefix(end).map(\.read))
        }.filter { !$0.cells.isEmpty })
    }
    writer.finish()
    let document = try readSpreadsheet(bytes)
    #expect(document.remarks.isEmpty)
    #expect(Set(document.sheets.map { $0.name.lowercased() }).count == 3)
    #expect(document.sheets.map { $0.rows.map(\.exact) } == expected.map { $0.map(\.exact) })
  }

  @Test(arguments: [0, 1, 10, 99, 100, 105, 150, 123_456_789, -250, .max])
  func `an amount is written to the penny`(pence: Int64) throws {
    let money = Money(pence: pence)
    let cells = try written([.money(money)])
    guard case .number(let text)? = cells.first else { return #expect(Bool(false)) }
    #expect(try Money(pounds: text.drop { $0 == "-" }).pence == abs(pence))
    #expect(text.hasPrefix("-") == (pence < 0))
  }

  @Test func `a formula has its result`() throws {
    #expect(
      try written([
        .formula("SUM(B1:B9)", .money(Money(pence: 150))), .formula("A1&\"<\"", .text("x<")),
      ]) == [.number("1.5"), .text("x<")])
  }

  @Test func `a text longer than a cell can hold is cut`() throws {
    let text = String(repeating: "😀", count: 20_000)
    guard case .text(let read)? = try written([.text(text)]).first else {
      return #expect(Bool(false))
    }
    #expect(read.utf16.count <= 32_767)
    #expect(read.hasSuffix("😀…"))
  }

  private func written(_ cells: [WrittenCell]) throws -> [SheetCell] {
    var bytes: [UInt8] = []
    var writer = SpreadsheetWriter<Never>(SpreadsheetProperties(title: "")) { bytes += $0 }
    writer.beginSheet(SheetLayout(name: "Sheet"))
    writer.append(cells)
    writer.finish()
    return try readSpreadsheet(bytes).sheets[0].rows[0].cells
  }
}

extension SheetRow {
  /// The row as words in which equal texts have the same characters, not only the same meaning.
  fileprivate var exact: String {
    let cells = cells.map { cell in
      if case .text(let text) = cell { "\(text.unicodeScalars.map(\.value))" } else { "\(cell)" }
    }
    return "\(number) \(cells)"
  }
}
