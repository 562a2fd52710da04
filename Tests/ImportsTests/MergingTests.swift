import Procurement
import Spreadsheets
import Testing

@testable import Imports

/// Which rows are one line, and what becomes of the lines of a plan.
@Suite struct MergingTests {
  @Test func `years as rows are one line`() {
    let proposal = ImportFixture.proposal(
      "line\tservice\tyear\tcapital\trevenue\n"
        + "A\tHelpdesk\t2004-05\t1\t2\nB\tTraining\t2004-05\t5\t\nA\tHelpdesk\t2005/06\t3\t4\n")
    #expect(proposal.faultTexts == [])
    #expect(proposal.lines.map(\.id) == ["A", "B"])
    #expect(proposal.lines.map(\.cost.total.pence) == [1_000, 500])
    #expect(proposal.lines.first?.pence(.revenue, 1) == 400)
  }

  @Test func `rows without an id go together where all else is the same`() {
    let proposal = ImportFixture.proposal(
      "service\tsupplier\tFY\ttype\tamount\n"
        + "Helpdesk\tAcme\t2004-05\tcap\t1\nHelpdesk\tAcme\t2004-05\trev\t2\n"
        + "Helpdesk\tOther\t2004-05\tcap\t3\nHelpdesk\tAcme\t2004-05\tcap\t4\n")
    #expect(proposal.lines.map(\.cost.total.pence) == [300, 300, 400])
  }

  @Test func `cells that are merged over the rows of a line say it once`() {
    let proposal = ImportFixture.proposal([
      ImportFixture.sheet(
        "Lines",
        [
          ["Service", "Supplier", "Year", "Capital"],
          ["Helpdesk", "Acme", "2004-05", .number("1")],
          ["", "", "2005-06", .number("2")],
          ["Training", "", "2004-05", .number("4")],
        ])
    ])
    #expect(proposal.lines.map(\.cost.total.pence) == [300, 400])
  }

  @Test func `rows of a line that differ, or have an amount twice, are faulty`() {
    let proposal = ImportFixture.proposal(
      "line\tservice\tsupplier\tyear\tcapital\n"
        + "A\tHelpdesk\tAcme\t2004-05\t1\nA\tHelpdesk\tBolt\t2004-05\t2\n"
        + "B\tHelpdesk\tAcme\tnext\t2\n")
    #expect(
      proposal.faultTexts == [
        "A3: supplier: differs from row 2, which is the same line; make both the same",
        "E3: capital 2004-05: the line has this amount already, in E2; remove one of them",
        "D4: year: `next` is not a financial year; write one as `2004-05`",
      ])
    #expect(proposal.lines.isEmpty)
  }

  @Test func `rows that add others up, and headings that come again, are no lines`() {
    let proposal = ImportFixture.proposal(
      "line\tservice\tcapital 2004-05\nA\tHelpdesk\t1\nSubtotal\t\t1\n\n"
        + "line\tservice\tcapital 2004-05\nB\tTraining\t2\n\tGrand total\t3\n")
    #expect(proposal.lines.map(\.id) == ["A", "B"])
    #expect(proposal.remarks == ["left out as sums: rows 3, 7"])
  }

  @Test func `rows whose service ends in a word for a sum, and that only have amounts, are sums`() {
    let proposal = ImportFixture.proposal(
      "service\tsupplier\troute\tcapital 2004-05\nHelpdesk\t\t\t1\nCore subtotal\t\t\t1\n"
        + "Year 1 total\t\t\t2\nOverall total\t\t\t3\nDrugs sum\t\t\t3\n"
        + "Checking the total\tAcme\t\t5\n")
    #expect(proposal.lines.map(\.cost.total.pence) == [1_00, 5_00])
    #expect(proposal.remarks.first == "left out as sums: rows 3, 4, 5, 6")
  }

  @Test func `headings of sections are no lines, and services that are not listed are named`() {
    let proposal = ImportFixture.proposal(
      "service\tsupplier\tcapital 2004-05\nCORE SYSTEMS\t\t\nHelpdesk\t\t1\nOrder comms\t\t2\n"
        + "REST OF IT\nTraining\n  order comms\tAcme\nPager\tAcme\n")
    #expect(proposal.lines.map(\.description) == [nil, "Order comms", nil, "order comms", "Pager"])
    #expect(
      proposal.remarks == [
        "left out as headings of sections or notes: rows 2, 5",
        "2 services are not listed, and become future ones: `Order comms`, `Pager`",
      ])
    #expect(ImportFixture.proposal("service\tsupplier\nPager\nOrder comms\n").lines.count == 2)
    #expect(ImportFixture.proposal("Pager\nOrder comms\n").lines.count == 2)
  }

  @Test func `the total below the rows of a report is no surprise`() {
    let rows: [[SheetCell]] = [
      ["Line", "Service", "Capital 2004-05"], ["A", "Helpdesk", .number("5")],
      ["Total", "", .number("5")],
    ]
    #expect(ImportFixture.proposal([ImportFixture.sheet("Lines", rows)]).remarks == [])
    let others = [rows[0], rows[2], rows[1]]
    #expect(
      ImportFixture.proposal([ImportFixture.sheet("Lines", others)]).remarks
        == ["Lines: left out as sums: row 2"])
  }

  @Test func `beside a column of names a service is named by id, label or another name`() {
    let rows: [[SheetCell]] = [
      ["Line", "Service", "Service name", "Supplier", "Supplier name"],
      ["A", "additional.training", "Training", "bt", "BT"], ["B", "Maternity", "", "Acme", "Acme"],
      ["C", "old.service", "old.service"], ["D", "Ward radio"],
      ["E", "Maternity", "Training", "bt", "CSC"],
    ]
    let proposal = ImportFixture.proposal([ImportFixture.sheet("Lines", rows)])
    #expect(
      proposal.lines.map(\.service) == [
        "additional.training", "core.maternity", "old.service", "future", "core.maternity",
      ])
    #expect(proposal.lines.map(\.description) == [nil, nil, nil, "Ward radio", nil])
    #expect(
      proposal.remarks == [
        "the name in C6 is not read; change the column `Service`",
        "the name in E6 is not read; change the column `Supplier`",
        "1 service is not listed, and becomes a future one: `Ward radio`",
      ])
  }

  @Test func `cells with the same fault are named`() {
    let rows = (1...30).map { "Helpdesk\tx\($0 > 22 ? "" : "y")\n" }.joined()
    let words = ImportFixture.proposal("service\tcapital 2004-05\n" + rows).faultsInWords
    #expect(words.count == 1)
    #expect(words[0].hasSuffix("B20, B21, B22 and 9 more cells)"), "\(words)")
    #expect(words[0].contains("(also B3, B4, "))
  }

  @Test func `headings of sections and notes may be in the column of ids`() {
    let proposal = ImportFixture.proposal(
      "Ref\tSystem\tCapital 2004-05\nClinical systems\nA1\tHelpdesk\t5\nInfrastructure\n"
        + "A2\tTraining\t6\nNote: all prices exclude VAT\nA3\n")
    #expect(proposal.lines.map(\.id) == ["A1", "A2"])
    #expect(proposal.remarks == ["left out as headings of sections or notes: rows 2, 4, 6"])
    #expect(proposal.faultTexts == ["A7: service: there is none; name one"])
  }

  @Test func `a provider in other words is no change, and lines that are missing are named`() {
    var plan = ImportFixture.plan
    plan.lines[0].supplier = "bt"
    plan.lines.append(PlanLine(id: "L3", service: "future"))
    let rows = "line\tsupplier\nL1\tBT\nL2\t\n"
    let proposal = ImportFixture.proposal(rows, into: plan)
    #expect(proposal.entries.map(\.change) == [.unchanged, .unchanged])
    #expect(proposal.remarks == ["1 line of the plan is not in the table, and stays: L3"])
    #expect(ImportFixture.proposal("line\tsupplier\nL1\tBT\n", into: plan).remarks == [])
  }

  @Test func `a text that was cut for a cell does not replace the whole one`() {
    var plan = ImportFixture.plan
    plan.lines[0].notes = String(repeating: "note ", count: 8_000)
    let cut = String((plan.lines[0].notes ?? "").prefix(32_766)) + "…"
    let rows: [[SheetCell]] = [["Line", "Notes"], ["L1", .text(cut)], ["L2", .text(cut)]]
    let proposal = ImportFixture.proposal([ImportFixture.sheet("Lines", rows)], into: plan)
    #expect(proposal.entries.map(\.change) == [.unchanged, .changed])
    #expect(proposal.remarks.first?.hasPrefix("the text in B2, B3 is cut") == true)
  }

  @Test func `a row of all years is a sum`() {
    let proposal = ImportFixture.proposal(
      "service\tyear\tcapital\nHelpdesk\t2004-05\t1\nHelpdesk\t2005-06\t2\nHelpdesk\tTotal\t3\n")
    #expect(proposal.faultTexts == [])
    #expect(proposal.lines.map(\.cost.total.pence) == [3_00])
    #expect(proposal.remarks == ["left out as sums: row 4"])
  }

  @Test func `a row with the id of a line changes what its columns say, and keeps the rest`() {
    let proposal = ImportFixture.proposal(
      "line\tsupplier\tcapital 2004-05\trevenue 2004-05\nL1\t\t7\t\nL2\t\t\t\n",
      into: ImportFixture.plan)
    #expect(proposal.entries.map(\.change) == [.changed, .unchanged])
    let line = proposal.result?.lines.first
    #expect(line?.supplier == nil)
    #expect(line?.notes == "as before")
    #expect(line?.service == "core.surgery")
    #expect(line?.cost.total.pence == 700)
    #expect(proposal.result?.lines.count == 2)
  }

  @Test func `an entry that is left out does nothing, and all is taken back`() throws {
    var proposal = ImportFixture.proposal(
      "line\tservice\tsupplier\nL1\tcore.surgery\tBolt\n\tHelpdesk\tAcme\n",
      into: ImportFixture.plan)
    let both = try #require(proposal.result)
    #expect(both.lines.map(\.supplier) == ["Bolt", nil, "Acme"])
    proposal.toggle(0)
    #expect(proposal.result?.lines.map(\.supplier) == ["Acme", nil, "Acme"])
    var plan = both
    proposal.toggle(0)
    for edit in proposal.edits().reversed() { plan.apply(edit.inverse) }
    #expect(plan == ImportFixture.plan)
  }

  @Test func `rows can be new lines although the plan has their ids`() {
    var request = ImportFixture.request(
      "line\tservice\nL1\tHelpdesk\n", into: ImportFixture.plan)
    request.changesLines = false
    #expect(ImportProposal(request).addedLines.map(\.id) == ["L3"])
  }

  @Test func `an id that comes twice is a fault of the second row`() {
    let proposal = ImportFixture.proposal("line\tservice\nA\tHelpdesk\nA\tTraining\n")
    #expect(proposal.faultTexts == ["A3: line: row 2 has the id `A` too; change one of them"])
  }

  @Test func `an amount in a year that the plan does not have is a fault of its cell`() {
    let proposal = ImportFixture.proposal("service\tcapital 2009-10\nHelpdesk\t5\nTraining\t0\n")
    #expect(
      proposal.faultTexts == ["B2: the plan has no year 2009-10; add it to the plan's years first"])
    #expect(proposal.lines.map(\.service) == ["additional.training"])
  }

  @Test func `a new plan has the years of its amounts and the trust of its rows`() {
    var request = ImportFixture.request(
      "trust\tregion\tservice\tcapital 2009-10\trevenue 2007-08\nRYY\tLondon\tHelpdesk\t5\t6\n"
        + "RZZ\t\tHelpdesk\t5\t6\n")
    request.isNewPlan = true
    let proposal = ImportProposal(request)
    #expect(proposal.result?.header.years.map(\.description) == ["2007-08", "2009-10"])
    #expect(proposal.result?.header.trust.code == "RYY")
    #expect(
      proposal.faultTexts == [
        "A3: trust: the row is of `RZZ`, and the plan of RYY; import the rows of one trust at a time"
      ])
  }

  @Test func `funds are known by their names, and their money is replaced`() {
    let proposal = ImportFixture.proposal(
      [
        ImportFixture.sheet(
          "Funds",
          [
            ["Name", "Pays", "2004-05", "2005-06"],
            ["Block capital", "", .number("5"), .number("6")], ["A gift", "both", .number("7")],
            ["Total", "", .number("12"), .number("6")], ["Loan", "", ""],
          ]),
        ImportFixture.sheet(
          "Lines", [["Service", "Funds"], ["Helpdesk", "A gift"], ["Training", "block capital"]]),
      ], into: ImportFixture.plan)
    #expect(
      proposal.faultTexts == [
        "Funds!A5: pays: say whether the fund pays capital, revenue or either"
      ])
    #expect(proposal.result?.funds.map(\.id) == ["capital", "a-gift"])
    #expect(proposal.result?.funds.map { $0.available.count } == [2, 1])
    #expect(proposal.result?.funds.map(\.pays) == [.capital, .either])
    #expect(proposal.lines.map(\.funds) == [["a-gift"], ["capital"]])
  }

  @Test func `waivers and details are read from sheets of their own`() {
    let proposal = ImportFixture.proposal(
      [
        ImportFixture.sheet(
          "Waivers",
          [
            ["Line", "Code", "Reason", "Date"],
            ["L1", "s101", "agreed", ImportFixture.day(2004, 11, 2)],
            ["", "C103", "later", "02/11/2004"], ["L9", "S101", "x", "2004-11-02"],
            ["L2", "X1", "x", "2004-11-02"],
          ]),
        ImportFixture.sheet(
          "Plan",
          [
            ["Field", "Value"], ["Title", "New title"], ["Kind of trust", "Mental health"],
            ["Years", "2004-05, 2005/06"], ["As of", ImportFixture.day(2004, 12, 1)],
          ]),
      ], into: ImportFixture.plan)
    #expect(
      proposal.faultTexts == [
        "Waivers!A4: line: there is no line `L9`, neither in the plan nor in the tables",
        "Waivers!B5: code: no rule has the code `X1`",
      ])
    #expect(proposal.result?.lines.first?.waivers.map(\.code) == [.S101])
    #expect(proposal.result?.header.waivers.map(\.reason) == ["later"])
    #expect(proposal.result?.header.title == "New title")
    #expect(proposal.result?.header.trust.kind == .mentalHealth)
    #expect(proposal.result?.header.years.count == 2)
  }
}
