import Procurement
import Testing

@Suite struct FinancialYearTests {
  @Test(arguments: [
    ("2004-05", 2004), ("1999-00", 1999), ("1990-91", 1990), ("2009-10", 2009), ("2099-00", 2099),
    ("2199-00", 2199),
  ])
  func `a year is read and written the same way`(text: String, start: Int) throws {
    let year = try #require(FinancialYear(text))
    #expect(year.start == start)
    #expect(year.description == text)
    #expect(FinancialYear(start: start) == year)
  }

  @Test(arguments: [
    "", "2004", "2004-5", "2004-06", "2004-2005", "2004/05", "04-05", "2004-05 ", " 2004-05",
    "1999-99", "1989-90", "2200-01", "0000-01", "9999-00", "20O4-05", "2004–05", "-204-05",
    "+204-05", "٢٠٠٤-٠٥", "2004-04",
  ])
  func `any other text is refused`(text: String) {
    #expect(FinancialYear(text) == nil)
  }

  @Test func `years outside the range are refused`() {
    #expect(FinancialYear(start: 1989) == nil)
    #expect(FinancialYear(start: 2200) == nil)
    #expect(FinancialYear(start: .min) == nil)
    #expect(FinancialYear(start: .max) == nil)
  }

  @Test func `years are in order of their start`() throws {
    let early = try #require(FinancialYear("1999-00"))
    let late = try #require(FinancialYear("2000-01"))
    #expect(early < late)
  }
}
