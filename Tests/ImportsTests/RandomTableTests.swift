import Documents
import Procurement
import SeededRandom
import Spreadsheets
import Testing

@testable import Imports

/// Random tables: nothing crashes, and no money is lost or made.
@Suite struct RandomTableTests {
  private static let headings = [
    "Service", "Line", "Supplier", "Year", "Kind", "Amount", "Capital", "Capital 2004-05",
    "2004-05", "Rev 05/06", "Total", "Cost", "Fund", "Pays", "Group", "Facility", "Notes", "Trust",
    "Code", "Reason", "Field", "Value", "May-04", "£000 cap 2005-06", "colour", "",
  ]
  private static let words = [
    "Helpdesk", "Training", "L1", "L2", "Acme", "open", "2004-05", "capital", "rev", "Total", "5",
    "1,250", "(3)", "12.345", "-", "", "", "#REF!", "total 2004-05", "RXX", "\"", "a\tb\nc", "'=1",
  ]

  @Test func `random sheets never fail, and what is taken fits into the plan`() {
    for seed in 0..<120 {
      var random = SplitMix64(seed: UInt64(seed))
      let sheets = (0..<Int.random(in: 1...3, using: &random)).map { number in
        sheet("Sheet\(number)", &random)
      }
      for isNew in [true, false] {
        var request = ImportRequest(
          ImportFile(name: "a.xlsx", tables: sheets),
          into: isNew ? ImportFixture.outline : ImportFixture.plan,
          for: ImportFixture.programme)
        request.isNewPlan = isNew
        let proposal = ImportProposal(request)
        #expect(proposal.result != nil, "seed \(seed)")
        for entry in proposal.entries where entry.change == .faulty { #expect(!entry.counts) }
      }
    }
  }

  private func sheet(_ name: String, _ random: inout SplitMix64) -> SheetTable {
    let width = Int.random(in: 1...7, using: &random)
    let heading = (0..<width).map { _ in
      SheetCell(stringLiteral: Self.headings.randomElement(using: &random) ?? "")
    }
    let rows = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      (0..<Int.random(in: 0...width + 1, using: &random)).map { _ in cell(&random) }
    }
    return ImportFixture.sheet(name, [heading] + rows)
  }

  private func cell(_ random: inout SplitMix64) -> SheetCell {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: .number("\(Double.random(in: -10...1e6, using: &random))")
    case 1: .number("\(Int.random(in: 0...1_000, using: &random))")
    case 2: .boolean(Bool.random(using: &random))
    case 3: ImportFixture.day(2004, Int.random(in: 1...12, using: &random), 1)
    case 4: .error("#DIV/0!")
    case 5: .text(random.hostileText(length: 12))
    default: SheetCell(stringLiteral: Self.words.randomElement(using: &random) ?? "")
    }
  }

  @Test func `random texts are read as pastes and as tables without a failure`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        (Self.words.randomElement(using: &random) ?? "")
          + (["\t", ",", "\n", "\"", ""].randomElement(using: &random) ?? "")
          + random.hostileText(length: 3)
      }.joined()
      _ = ImportFixture.proposal(text)
      if let table = try? SheetTable(text: Array(text.utf8)) {
        _ = ImportFixture.proposal([table])
      }
    }
  }

  /// A table in which each amount is known: the sum of its cells is the cost of its lines, however
  /// years are laid out.
  @Test func `the total is the sum of the cells`() {
    for seed in 0..<300 {
      var random = SplitMix64(seed: UInt64(seed))
      let isLong = Bool.random(using: &random)
      var sum = Money.zero
      var rows: [[SheetCell]] = [
        isLong
          ? ["Line", "Service", "Year", "Capital", "Revenue"]
          : ["Line", "Service", "Capital 2004-05", "Rev 04/05", "2005-06 capital"]
      ]
      for line in 0..<Int.random(in: 1...6, using: &random) {
        func amount() -> SheetCell {
          let pence = Int64.random(in: 0...10_000_000, using: &random)
          sum += Money(pence: pence)
          return Bool.random(using: &random)
            ? .number("\(Double(pence) / 100)") : .text(Money(pence: pence).grouped)
        }
        let years =
          isLong ? ["2004-05", "FY05/06"].prefix(Int.random(in: 1...2, using: &random)) : [""]
        for year in years {
          let start: [SheetCell] = [.number("\(line)"), "Helpdesk"]
          rows.append(
            start + (isLong ? [.text(year), amount(), amount()] : [amount(), amount(), amount()]))
        }
      }
      let proposal = ImportFixture.proposal([ImportFixture.sheet("A", rows)])
      #expect(proposal.faultTexts == [])
      let total = proposal.lines.reduce(into: Money.zero) { $0 += $1.cost.total }
      #expect(total == sum, "seed \(seed)")
    }
  }
}
