import Procurement
import SeededRandom
import Spreadsheets
import Testing

@testable import Imports

/// What cells mean, and what is wrong with them.
@Suite struct CellTests {
  @Test(
    arguments: [
      ("1250.5", 1_250_50), ("1.2E6", 1_200_000_00), ("0.30000000000000004", 30),
      ("1249.9999999999998", 1_250_00), ("0", 0), ("-0", 0), ("12", 12_00), ("1E-3", nil),
      ("0.005", nil), ("1.23456", nil), ("-3", nil), ("1E300", nil),
      ("92233720368547758", 9_223_372_036_854_775_800),
      ("1e-300", 0), ("x", nil), ("1e", nil), ("", nil), ("5E-324", 0), ("0.0099999999999", 1),
    ] as [(String, Int64?)])
  func `a number is the amount it is nearest to, within a thousandth of a penny`(
    _ number: String, _ pence: Int64?
  ) {
    #expect((try? SheetCell.number(number).money(in: .pounds))??.pence == pence)
  }

  @Test func `every amount is read back from the number that a spreadsheet keeps of it`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let digits = Int.random(in: 1...15, using: &random)
      let pence =
        Int64.random(in: 0...9, using: &random)
        + (0..<digits).reduce(into: Int64(0)) { number, _ in
          number = number * 10 + Int64.random(in: 0...9, using: &random)
        } / 10 * 10
      let number = Double(pence) / 100
      let money = try SheetCell.number("\(number)").money(in: .pounds)
      #expect(money?.pence == pence)
      if pence < 100_000_000 {
        let thousands = try SheetCell.number("\(number / 1_000)").money(in: .thousands)
        #expect(thousands?.pence == pence)
      }
    }
  }

  @Test(
    arguments: [
      ("£1,250.00", 1_250_00), ("1.2k", 1_200_00), ("-", nil), ("12 500", 12_500_00),
    ] as [(String, Int64?)])
  func `a text is an amount as people write it`(_ text: String, _ pence: Int64?) throws {
    #expect(try SheetCell.text(text).money(in: .pounds)?.pence == pence)
  }

  @Test func `texts in a column of thousands are thousands, unless they say so themselves`() throws
  {
    #expect(try SheetCell.text("1.2345").money(in: .thousands)?.pence == 1_234_50)
    #expect(try SheetCell.text("2k").money(in: .thousands)?.pence == 2_000_00)
    #expect(try SheetCell.number("1.5").money(in: .millions)?.pence == 1_500_000_00)
  }

  private static let faulty: [(SheetCell, String)] = [
    (ImportFixture.day(2004, 5, 1), "the date 2004-05-01 is not an amount"),
    (.error("#REF!"), "the formula has the error `#REF!`; correct it"),
    (.boolean(true), "not an amount"), ("(1,250)", "an amount cannot be negative"),
    ("12,50", "three digits follow a comma"), (.number("0.005"), "more than two decimals"),
  ]

  @Test(arguments: faulty.indices)
  func `what is no amount is a fault of its cell`(_ number: Int) {
    let (cell, words) = Self.faulty[number]
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet(
        "Lines",
        [["Service", "Capital 2004-05"], ["Helpdesk", .number("1")], ["Training", cell]])
    ])
    #expect(proposal.faultTexts.count == 1)
    #expect(proposal.faultTexts.first?.hasPrefix("Lines!B3: capital 2004-05: ") == true)
    #expect(proposal.faultTexts.first?.contains(words) == true)
    #expect(proposal.lines.count == 1)
  }

  @Test func `errors and dates in other columns are faults too, and notes may have dates`() {
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet(
        "Lines",
        [
          ["Service", "Route", "Notes", "Colour"],
          ["Helpdesk", .error("#N/A"), "", ""],
          ["Helpdesk", ImportFixture.day(2004, 5, 1), "", ""],
          ["Helpdesk", "open", ImportFixture.day(2004, 5, 1), .error("#N/A")],
        ])
    ])
    #expect(proposal.faults.map(\.cell.position) == ["B2", "B3"])
    #expect(proposal.lines.map(\.notes) == ["2004-05-01"])
  }

  @Test func `yes and no are cells of their own, and numbers are names as they are shown`() {
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet(
        "Lines",
        [
          ["Line", "Service", "On the Spine", "Supplier"],
          [.number("12.0"), "Helpdesk", .boolean(true), .number("3E2")],
        ])
    ])
    #expect(proposal.lines.map(\.id) == ["12"])
    #expect(proposal.lines.map(\.spineConnected) == [true])
    #expect(proposal.lines.map(\.supplier) == ["300"])
  }
}
