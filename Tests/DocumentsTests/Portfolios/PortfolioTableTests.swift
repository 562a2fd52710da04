import Documents
import Procurement
import SeededRandom
import Testing

/// Tables of lines for many trusts.
@Suite struct PortfolioTableTests {
  static let header =
    "trust,cluster,line,service,pacs,need,route,supplier,group,crs_interoperable,justification,"
    + "spine_connected,description,year,capital,revenue,funds\n"

  @Test func `rows become lines, and trusts become plans with funds and groups`() throws {
    let document = try readTables(
      PortfolioTableTests.header + """
        RXX,london,L1,core.order-communications,,new,programme,bt,,,,,,2004-05,120000,,
        RXX,london,L1,core.order-communications,,new,programme,bt,,,,,,2005-06,,30000.50,
        RXX,london,L2,additional.pacs,entire,,open,Acme,,true,"It is ""good"", and
        interoperable",,,2004-05,5,,capital running
        RYY,southern,L1,core.maternity,,retain,,In-house,,,,yes,,,,,
        RXX,london,L3,future,,,calloff,bt,thames,,,,Nurse call,2006-07,1,,
        """,
      funds: """
        trust,fund,name,pays,year,available,group,facility,members
        RXX,capital,Block,capital,2004-05,250000,,,
        RXX,capital,Block,capital,2006-07,1,,,
        RXX,running,,revenue,,,,,
        ,,Thames,,,,thames,fujitsu,RXX RZZ
        """)
    #expect(messages(of: document.faults).isEmpty)
    #expect(messages(of: document.fundFaults).isEmpty)
    #expect(document.rows == 5)
    let portfolio = document.portfolio
    let plans = portfolio.plans.map { $0.plan(portfolio.strings) }
    #expect(plans.map(\.header.trust.code) == ["RXX", "RYY"])
    #expect(plans.map(\.header.trust.cluster) == ["london", "southern"])
    #expect(plans[0].header.years.map(\.start) == [2004, 2005, 2006])
    #expect(plans[0].funds.map(\.id) == ["capital", "running"])
    #expect(plans[0].funds[0].available.count == 2)
    #expect(plans[0].groups.map(\.members) == [["RXX", "RZZ"]])
    let lines = Array(plans[0].lines)
    #expect(lines.map(\.id) == ["L1", "L2", "L3"])
    #expect(lines[0].cost.amounts.map(\.money.plain) == ["120000.00", "30000.50"])
    #expect(lines[0].route == .programme)
    #expect(lines[1].justification == "It is \"good\", and\ninteroperable")
    #expect(lines[1].crsInteroperable == true)
    #expect(lines[1].pacs == .entire)
    #expect(lines[1].funds == ["capital", "running"])
    #expect(lines[2].group == "thames")
    #expect(plans[1].lines[0].spineConnected == true)
    #expect(plans[1].lines[0].need == .retain)
    #expect(portfolio.plans[0].lines.rows == [2, 4, 7])
  }

  @Test func `words are read in the spellings of spreadsheets, lists with any separator`()
    throws
  {
    let document = try readTables(
      PortfolioTableTests.header + """
        RXX,london,L1,additional.pacs,Entire,New,Call-off,bt,thames,,,,,2004-05,5,,capital;running
        RXX,london,L2,additional.helpdesk,,RETAIN,OPEN,Acme,,,,,,,,,"capital, running"
        """,
      funds: """
        trust,fund,name,pays,year,available,group,facility,members
        RXX,capital,Block,Capital,2004-05,250000,,,
        ,,Thames,,,,thames,fujitsu,RXX;RZZ
        """)
    #expect(messages(of: document.faults).isEmpty)
    #expect(messages(of: document.fundFaults).isEmpty)
    let plan = document.portfolio.plans[0].plan(document.portfolio.strings)
    #expect(plan.lines.map(\.route) == [.calloff, .open])
    #expect(plan.lines.map(\.need) == [.new, .retain])
    #expect(plan.lines[0].pacs == .entire)
    #expect(plan.lines.map(\.funds) == [["capital", "running"], ["capital", "running"]])
    #expect(plan.funds.map(\.pays) == [.capital])
    #expect(plan.groups.map(\.members) == [["RXX", "RZZ"]])
  }

  @Test(arguments: [1, 7, 300, 4096])
  func `tabs and UTF-16 are read like commas and UTF-8`(piece: Int) throws {
    let table =
      PortfolioTableTests.header
      + "RXX,london,L1,future,,,open,Ünï 😀,,,\"so\nit, is\",,x,2004-05,1,,\n"
      + "RYY,london,L2,future,,,open,Acme,,,,,x,2004-05,1,2.50,capital\n"
    let wanted = try readTables(table)
    // Only the commas between cells.
    let withTabs = table.replacing(",", with: "\t").replacing("it\t", with: "it,")
    for text in TableEncoding.allCases {
      for content in [table, withTabs, "\t,\n,,\n".replacing(",", with: "\t") + withTabs] {
        for mark in [text.mark, []] {
          let document = try readTables(mark + text.bytes(of: content), piece: piece)
          #expect(messages(of: document.faults).isEmpty)
          let (one, other) = (document.portfolio, wanted.portfolio)
          #expect(
            one.plans.map { $0.plan(one.strings) } == other.plans.map { $0.plan(other.strings) })
        }
      }
    }
  }

  @Test(arguments: [1, 4096])
  func `blank rows and columns are skipped, and rows keep their numbers`(piece: Int) throws {
    let blank = String(repeating: " ,,\u{A0},,,,,,,,,,,,,,,,\n,,,\n\"\",\n\n", count: 40)
    let document = try readTables(
      blank + PortfolioTableTests.header.dropLast() + ",, \n" + blank
        + "RXX,london,L1,future,,,open,Acme,,,,,x,2004-05,1,,,,\n" + blank
        + "RXX,london,L2,future,,,open,Acme,,,,,x,2004-05,12k,,, \n"
        + "RXX,london,L3,future,,,open,Acme,,,,,x,2004-05,1,,,,y\n"
        + "RXX,london,L4,future,,,open,Acme,,,,,x,2004-05,1,,,,,\n" + blank, piece: piece)
    #expect(document.rows == 4)
    #expect(
      messages(of: document.faults).map { $0.prefix { $0 != " " } } == ["483:48", "484:1"])
    #expect(document.portfolio.plans[0].lines.rows == [322, 485])
  }

  @Test func `semicolons are refused with the reason, also after blank rows`() {
    let table = PortfolioTableTests.header.replacing(",", with: ";")
    for (before, line) in [("", 1), (";;;\n", 2)] {
      #expect {
        try readTables(before + table + "RXX;london;L1;future;;;;;;;;;;;;;\n")
      } throws: { error in
        guard case PortfolioError.table(_, let faults)? = error as? PortfolioError else {
          return false
        }
        return messages(of: faults).count == 1
          && messages(of: faults)[0].hasPrefix("\(line):1 the cells are separated by semicolons")
      }
    }
  }

  @Test func `a table with only a header is a fault`() throws {
    for rows in ["", ",,,\n\n"] {
      let document = try readTables(
        PortfolioTableTests.header + rows,
        funds: "trust,fund,name,pays,year,available\n" + rows)
      for faults in [document.faults, document.fundFaults] {
        #expect(
          messages(of: faults) == ["1:1 the table has only a header; add rows below it"])
      }
    }
  }

  @Test func `blank cells at the end of a row are ignored, and text there is a fault`() throws {
    let plain = "RXX,london,L1,future,,,,,,,,,,2004-05,1,,\n"
    let long = "RXX,london,L2,future,,,,,,,,,,2004-05,2,,, ,\u{A0}\n"
    for piece in [16, 4 << 20] {
      let document = try readTables(PortfolioTableTests.header + long + plain, piece: piece)
      #expect(messages(of: document.faults).isEmpty)
      #expect(document.portfolio.lineCount == 2)
    }
    let faulty = try readTables(
      PortfolioTableTests.header + plain + long.replacing("\u{A0}", with: "x"))
    #expect(
      messages(of: faulty.faults) == [
        "3:1 the row has 19 cells where the header has 17; add or remove cells"
      ])
    #expect(faulty.portfolio.lineCount == 1)
    let funds = "trust,fund,pays,year,available\nRXX,a,either,2004-05,1,,\nRXX,b,either,2004-05,1\n"
    #expect(
      messages(of: try readTables(PortfolioTableTests.header + plain, funds: funds).fundFaults)
        .isEmpty)
  }

  @Test func `if all rows are longer than the header, a name may be missing there`() throws {
    let header = "trust,cluster,line,service,year,capital\n"
    let rows = "RXX,london,L1,future,2004-05,1,\nRXX,london,L2,future,2004-05,1,,\n"
    let funds = "trust,fund,pays\nRXX,a,either,\n"
    for piece in [16, 4 << 20] {
      let document = try readTables(header + rows, funds: funds, piece: piece)
      #expect(
        messages(of: document.faults) == [
          "2:1 the row has 7 cells where the header has 6, and no row has 6; add the missing names "
            + "to the header, or remove cells"
        ])
      #expect(document.portfolio.plans.isEmpty)
      #expect(messages(of: document.fundFaults).first?.hasPrefix("2:1 the row has 4 cells") == true)
    }
    // A header with a blank column is as long as its rows.
    #expect(messages(of: try readTables(header.replacing("\n", with: ",\n") + rows).faults).isEmpty)
  }

  @Test(arguments: [" ", "\u{A0}", "\u{2003} "])
  func `blanks around a choice, a year or an amount are ignored`(blank: String) throws {
    func around(_ words: [String]) -> String {
      words.map { $0.isEmpty ? "" : blank + $0 + blank }.joined(separator: ",") + "\n"
    }
    let header =
      "trust,line,service,"
      + around([
        "cluster", "pacs", "need", "route", "crs_interoperable", "spine_connected", "year",
        "capital",
      ])
    let row =
      "RXX,L1,additional.pacs,"
      + around([
        "london", "entire", "retain", "open", "yes", "FALSE", "2004-05",
        "12,500".replacing(",", with: ""),
      ])
    let funds =
      "trust,fund," + around(["pays", "year", "available"])
      + "RXX,f," + around(["capital", "2004-05", "7"])
    let document = try readTables(header + row, funds: funds)
    #expect(messages(of: document.faults).isEmpty && messages(of: document.fundFaults).isEmpty)
    let portfolio = document.portfolio
    let line = portfolio.plans[0].line(at: 0, portfolio.strings)
    #expect(portfolio.plans[0].header.trust.cluster == "london")
    #expect(line.pacs == .entire && line.need == .retain && line.route == .open)
    #expect(line.crsInteroperable == true && line.spineConnected == false)
    #expect(line.cost.total == Money(pence: 1_250_000))
    #expect(portfolio.plans[0].funds[0].available.values.map(\.pence) == [700])
  }

  @Test(arguments: ["12k", "1.5m", "twelve"])
  func `the message for a malformed amount says what a table may have`(cell: String) throws {
    let message = "`\(cell)` is not an amount; write pounds in full, such as `12500` or `12,500.50`"
    let document = try readTables(
      "trust,cluster,line,service,year,capital\nRXX,london,L1,future,2004-05,\(cell)\n",
      funds: "trust,fund,pays,year,available\nRXX,f,either,2004-05,\(cell)\n")
    #expect(messages(of: document.faults) == ["2:30 \(message)"])
    #expect(messages(of: document.fundFaults).first == "2:22 \(message)")
  }

  @Test(arguments: [1, 7, 64, 300, 4096])
  func `a table can be read in pieces of any size`(piece: Int) throws {
    for seed in 0..<12 as Range<UInt64> {
      var table = RandomPortfolioTable(seed: seed)
      let (text, lines) = table.table(trusts: 5, lines: 14)
      let document = try readTables(text, piece: piece)
      #expect(messages(of: document.faults).isEmpty)
      let portfolio = document.portfolio
      var found: [String: [PlanLine]] = [:]
      for plan in portfolio.plans {
        found[plan.header.trust.code] = Array(plan.plan(portfolio.strings).lines)
      }
      #expect(found == lines, "seed \(seed)")
    }
  }

  @Test func `columns may be in any order, and optional ones may be missing`() throws {
    let document = try readTables(
      "\u{FEFF}funds,service,revenue,line,year,trust,cluster\r\n"
        + "running,future,12,L1,2004-05,RXX,london\r"
    )
    #expect(messages(of: document.faults).isEmpty)
    let line = document.portfolio.plans[0].line(at: 0, document.portfolio.strings)
    #expect(line.service == "future")
    #expect(line.funds == ["running"])
    #expect(line.cost.total == Money(pence: 1200))
  }

  @Test func `reading ends when it is cancelled`() throws {
    let rows = String(repeating: "RXX,london,L1,future,,,,,,,,,,,,,\n", count: 1_000)
    var limits = CSVLimits.portfolio
    limits.piece = 100
    #expect(throws: PortfolioError.cancelled) {
      try readPortfolio(
        lines: TableSource(name: "l", bytes: Array((PortfolioTableTests.header + rows).utf8)),
        for: try Programme.builtIn(), limits: limits, isWanted: { $0 < 5_000 })
    }
  }
}
