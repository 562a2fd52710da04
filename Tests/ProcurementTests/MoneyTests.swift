import Procurement
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("0", 0), ("0.00", 0), ("12500", 12_500_00), ("40000.50", 40_000_50), ("40000.5", 40_000_50),
    ("0.01", 1), ("007", 7_00), ("0000000000000000000000000000000001", 1_00),
    ("92233720368547758.07", Int64.max), ("92233720368547758", Int64.max - 7),
  ])
  func `plain pounds are read to the penny`(text: String, pence: Int64) throws {
    #expect(try Money(pounds: text) == Money(pence: pence))
  }

  @Test(arguments: [
    ("", Money.Fault.malformed), (" 1", .malformed), ("1 ", .malformed), ("£1", .malformed),
    ("1,000", .malformed), ("1.", .malformed), (".5", .malformed), ("1.2.3", .malformed),
    (".", .malformed), ("+1", .malformed), ("1e3", .malformed), ("0x10", .malformed),
    ("٣", .malformed), ("1-", .malformed), ("1.-5", .malformed), ("ten", .malformed),
    ("1.234", .fractionOfAPenny), ("1.000", .fractionOfAPenny),
    ("-1", .negative), ("-0.01", .negative),
    ("92233720368547758.08", .tooLarge), ("92233720368547759", .tooLarge),
    ("922337203685477580.7", .tooLarge), ("99999999999999999999999", .tooLarge),
  ])
  func `any other text is refused with the reason`(text: String, fault: Money.Fault) {
    #expect(throws: fault) { try Money(pounds: text) }
  }

  @Test(arguments: [
    ("12500", 12_500_00), ("12,500", 12_500_00), ("1,234.5", 1_234_50), ("£ 5", 5_00),
    ("£1,234,567.89", 1_234_567_89), ("12 500", 12_500_00), ("12\u{A0}500", 12_500_00),
    ("12\u{202F}500", 12_500_00), ("1\u{2009}234\u{A0}567", 1_234_567_00),
    ("\u{A0}12,500 ", 12_500_00), ("\t7", 7_00), ("12k", 12_000_00), ("12.5k", 12_500_00),
    ("1.2345k", 1_234_50), ("12,500 k", 12_500_000_00), ("1.2m", 1_200_000_00), ("0.5", 50),
    ("-0", 0), ("(0.00)", 0),
  ])
  func `amounts are read as people write them`(text: String, pence: Int64) throws {
    #expect(try Money.typed(text) == Money(pence: pence))
  }

  @Test(arguments: ["", " ", "\u{A0}", "-", "–", "—", "\u{2212}", " - ", "£-", "£ - "])
  func `a blank text or only a dash means no amount`(text: String) throws {
    #expect(try Money.typed(text) == nil)
  }

  @Test(arguments: [
    ("12,50", Money.Fault.separators), ("1,2,3,4", .separators), ("1,2345", .separators),
    ("12,34,567", .separators), ("1234,567", .separators), ("12,500,", .separators),
    (",500", .separators), ("0,500", .separators), ("1,,234", .separators), ("1 23", .separators),
    ("1  234", .separators), ("1 234,567", .separators), ("1.234,50", .separators),
    ("12,5k", .separators), ("1\u{A0}2", .separators), ("£12,50", .separators),
    ("1.234", .fractionOfAPenny), ("1.2.3", .malformed), ("1.2.3k", .malformed), (".5", .malformed),
    ("5.", .malformed), ("k", .malformed), ("£", .malformed), ("ten", .malformed),
    ("(ten)", .malformed), ("1'234", .malformed), ("5e3", .malformed),
    ("12\u{200B}500", .malformed),
    ("\u{FEFF}5", .malformed), ("１２", .malformed), ("12\u{3000}500", .malformed),
    ("-5", .negative), ("\u{2212}5", .negative), ("–5", .negative), ("£-5", .negative),
    ("-£5", .negative), ("(500)", .negative), ("-12,50", .separators),
    ("99999999999999999999", .tooLarge), ("92233720368547758k", .tooLarge),
  ])
  func `a misplaced comma and other malformed amounts are refused`(
    text: String, fault: Money.Fault
  ) {
    #expect(throws: fault) { try Money.typed(text) }
  }

  @Test func `grouped amounts are read back with any separator`() throws {
    for pence in [0, 1, 99_99, 1_000_00, 1_234_567_89, Int64.max] {
      for separator in [",", " ", "\u{A0}", "\u{202F}", "\u{2009}"] {
        let money = Money(pence: pence)
        let text = money.grouped.replacing(",", with: separator)
        #expect(try Money.typed(text) == money, "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      (0, "0.00", "0.00", "0"), (1, "0.01", "0.01", "0.01"), (10, "0.10", "0.10", "0.10"),
      (99_99, "99.99", "99.99", "99.99"), (999_00, "999.00", "999.00", "999"),
      (1_000_00, "1000.00", "1,000.00", "1000"),
      (1_234_567_89, "1234567.89", "1,234,567.89", "1234567.89"),
      (-1_000_05, "-1000.05", "-1,000.05", "-1000.05"), (-5_00, "-5.00", "-5.00", "-5"),
      (Int64.max, "92233720368547758.07", "92,233,720,368,547,758.07", "92233720368547758.07"),
      (Int64.min, "-92233720368547758.08", "-92,233,720,368,547,758.08", "-92233720368547758.08"),
    ] as [(Int64, String, String, String)])
  func `money is written in three forms`(
    pence: Int64, plain: String, grouped: String, short: String
  ) {
    let money = Money(pence: pence)
    #expect(money.plain == plain)
    #expect(money.grouped == grouped)
    #expect(money.shortest == short)
  }

  @Test func `written amounts are read back`() throws {
    var state: UInt64 = 7
    for _ in 0..<2_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let money = Money(pence: Int64(state >> 1) >> Int64(state % 60))
      #expect(try Money(pounds: money.plain) == money)
      #expect(try Money(pounds: money.shortest) == money)
    }
  }

  @Test func `amounts add, subtract and compare like their pence`() {
    #expect(Money(pence: 105) + Money(pence: 95) == Money(pence: 200))
    #expect(Money(pence: 5) - Money(pence: 7) == Money(pence: -2))
    #expect(Money(pence: -1) < .zero)
    #expect(Money(pence: 10) > Money(pence: 9))
  }
}
