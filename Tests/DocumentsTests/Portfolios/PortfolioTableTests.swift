import Documents
import Procurement
import SeededRandom
import Testing

/// Tables of lines for many trusts.
@Suite struct PortfolioTableTests {
  static let header =
    "trust,cluster,line,service,pacs,need,route,supplier,group,crs_interoperable,justification,"
    + "spine_connected,description,year,capital,revenue,funds\n"

  private func read(
    _ lines: String, funds: String? = nil, piece: Int = 4 << 20
  ) throws -> PortfolioDocument {
    try read(Array(lines.utf8), funds: funds, piece: piece)
  }

  private func read(
    _ lines: [UInt8], funds: String? = nil, piece: Int = 4 << 20
  ) throws -> PortfolioDocument {
    var limits = CSVLimits.portfolio
    limits.piece = piece
    return try readPortfolio(
      lines: TableSource(name: "lines.csv", bytes: lines),
      funds: funds.map { ("funds.csv", Array($0.utf8)) }, for: try Programme.builtIn(),
      limits: limits)
  }

  private func told(_ faults: FaultList) -> [String] {
    faults.faults.map { "\($0.place) \($0.message)" } + (faults.closing.map { [$0] } ?? [])
  }

  @Test func `rows of a line become one line, and trusts plans with their funds and groups`() throws
  {
    let document = try read(
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
    #expect(told(document.faults).isEmpty)
    #expect(told(document.fundFaults).isEmpty)
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

  @Test func `words are read in the spellings of spreadsheets, and lists with any separator`()
    throws
  {
    let document = try read(
      PortfolioTableTests.header + """
        RXX,london,L1,additional.pacs,Entire,New,Call-off,bt,thames,,,,,2004-05,5,,capital;running
        RXX,london,L2,additional.helpdesk,,RETAIN,OPEN,Acme,,,,,,,,,"capital, running"
        """,
      funds: """
        trust,fund,name,pays,year,available,group,facility,members
        RXX,capital,Block,Capital,2004-05,250000,,,
        ,,Thames,,,,thames,fujitsu,RXX;RZZ
        """)
    #expect(told(document.faults).isEmpty)
    #expect(told(document.fundFaults).isEmpty)
    let plan = document.portfolio.plans[0].plan(document.portfolio.strings)
    #expect(plan.lines.map(\.route) == [.calloff, .open])
    #expect(plan.lines.map(\.need) == [.new, .retain])
    #expect(plan.lines[0].pacs == .entire)
    #expect(plan.lines.map(\.funds) == [["capital", "running"], ["capital", "running"]])
    #expect(plan.funds.map(\.pays) == [.capital])
    #expect(plan.groups.map(\.members) == [["RXX", "RZZ"]])
  }

  @Test(arguments: [1, 7, 300, 4096])
  func `tabs and UTF-16 are read as commas and UTF-8 are`(piece: Int) throws {
    let table =
      PortfolioTableTests.header
      + "RXX,london,L1,future,,,open,Ünï 😀,,,\"so\nit, is\",,x,2004-05,1,,\n"
      + "RYY,london,L2,future,,,open,Acme,,,,,x,2004-05,1,2.50,capital\n"
    let wanted = try read(table)
    // Only the commas between cells.
    let withTabs = table.replacing(",", with: "\t").replacing("it\t", with: "it,")
    for text in TableEncoding.allCases {
      for content in [table, withTabs, "\t,\n,,\n".replacing(",", with: "\t") + withTabs] {
        for mark in [text.mark, []] {
          let document = try read(mark + text.bytes(of: content), piece: piece)
          #expect(told(document.faults).isEmpty)
          let (one, other) = (document.portfolio, wanted.portfolio)
          #expect(
            one.plans.map { $0.plan(one.strings) } == other.plans.map { $0.plan(other.strings) })
        }
      }
    }
  }

  @Test(arguments: [1, 4096])
  func `blank rows and columns are passed by, and rows keep their numbers`(piece: Int) throws {
    let blank = String(repeating: " ,,\u{A0},,,,,,,,,,,,,,,,\n,,,\n\"\",\n\n", count: 40)
    let document = try read(
      blank + PortfolioTableTests.header.dropLast() + ",, \n" + blank
        + "RXX,london,L1,future,,,open,Acme,,,,,x,2004-05,1,,,,\n" + blank
        + "RXX,london,L2,future,,,open,Acme,,,,,x,2004-05,12k,,, \n"
        + "RXX,london,L3,future,,,open,Acme,,,,,x,2004-05,1,,,,y\n"
        + "RXX,london,L4,future,,,open,Acme,,,,,x,2004-05,1,,,,,\n" + blank, piece: piece)
    #expect(document.rows == 4)
    #expect(
      told(document.faults).map { $0.prefix { $0 != " " } } == ["483:48", "484:1"])
    #expect(document.portfolio.plans[0].lines.rows == [322, 485])
  }

  @Test func `semicolons are refused with the cause, wherever the header is`() {
    let table = PortfolioTableTests.header.replacing(",", with: ";")
    for (before, line) in [("", 1), (";;;\n", 2)] {
      #expect {
        try read(before + table + "RXX;london;L1;future;;;;;;;;;;;;;\n")
      } throws: { error in
        guard case PortfolioError.table(_, let faults)? = error as? PortfolioError else {
          return false
        }
        return told(faults).count == 1
          && told(faults)[0].hasPrefix("\(line):1 there are semicolons between the cells")
      }
    }
  }

  @Test func `a header alone is a fault`() throws {
    for rows in ["", ",,,\n\n"] {
      let document = try read(
        PortfolioTableTests.header + rows,
        funds: "trust,fund,name,pays,year,available\n" + rows)
      for faults in [document.faults, document.fundFaults] {
        #expect(
          told(faults) == ["1:1 the table has a header and no rows; add rows below it"])
      }
    }
  }

  @Test func `blank cells at the end of a row are left out, and text there is a fault`() throws {
    let plain = "RXX,london,L1,future,,,,,,,,,,2004-05,1,,\n"
    let long = "RXX,london,L2,future,,,,,,,,,,2004-05,2,,, ,\u{A0}\n"
    for piece in [16, 4 << 20] {
      let document = try read(PortfolioTableTests.header + long + plain, piece: piece)
      #expect(told(document.faults).isEmpty)
      #expect(document.portfolio.lineCount == 2)
    }
    let faulty = try read(PortfolioTableTests.header + plain + long.replacing("\u{A0}", with: "x"))
    #expect(
      told(faulty.faults) == [
        "3:1 the row has 19 cells where the header has 17; add or remove cells"
      ])
    #expect(faulty.portfolio.lineCount == 1)
    let funds = "trust,fund,pays,year,available\nRXX,a,either,2004-05,1,,\nRXX,b,either,2004-05,1\n"
    #expect(told(try read(PortfolioTableTests.header + plain, funds: funds).fundFaults).isEmpty)
  }

  @Test func `where all rows are longer than the header, a name may be missing there`() throws {
    let header = "trust,cluster,line,service,year,capital\n"
    let rows = "RXX,london,L1,future,2004-05,1,\nRXX,london,L2,future,2004-05,1,,\n"
    let funds = "trust,fund,pays\nRXX,a,either,\n"
    for piece in [16, 4 << 20] {
      let document = try read(header + rows, funds: funds, piece: piece)
      #expect(
        told(document.faults) == [
          "2:1 the row has 7 cells where the header has 6, and no row has 6; add what is missing to "
            + "the header, or remove cells"
        ])
      #expect(document.portfolio.plans.isEmpty)
      #expect(told(document.fundFaults).first?.hasPrefix("2:1 the row has 4 cells") == true)
    }
    // A header with a blank column is as long as its rows.
    #expect(told(try read(header.replacing("\n", with: ",\n") + rows).faults).isEmpty)
  }

  @Test(arguments: [" ", "\u{A0}", "\u{2003} "])
  func `blanks around a word of a few, a year or an amount are left out`(blank: String) throws {
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
    let document = try read(header + row, funds: funds)
    #expect(told(document.faults).isEmpty && told(document.fundFaults).isEmpty)
    let portfolio = document.portfolio
    let line = portfolio.plans[0].line(at: 0, portfolio.strings)
    #expect(portfolio.plans[0].header.trust.cluster == "london")
    #expect(line.pacs == .entire && line.need == .retain && line.route == .open)
    #expect(line.crsInteroperable == true && line.spineConnected == false)
    #expect(line.cost.total == Money(pence: 1_250_000))
    #expect(portfolio.plans[0].funds[0].available.values.map(\.pence) == [700])
  }

  @Test(arguments: ["12k", "1.5m", "twelve"])
  func `what is no amount is answered with what a table may have`(cell: String) throws {
    let message = "`\(cell)` is not an amount; write pounds in full, such as `12500` or `12,500.50`"
    let document = try read(
      "trust,cluster,line,service,year,capital\nRXX,london,L1,future,2004-05,\(cell)\n",
      funds: "trust,fund,pays,year,available\nRXX,f,either,2004-05,\(cell)\n")
    #expect(told(document.faults) == ["2:30 \(message)"])
    #expect(told(document.fundFaults).first == "2:22 \(message)")
  }

  @Test(arguments: [1, 7, 64, 300, 4096])
  func `the pieces in which a table is read make no difference`(piece: Int) throws {
    for seed in 0..<12 as Range<UInt64> {
      var table = RandomPortfolioTable(seed: seed)
      let (text, lines) = table.table(trusts: 5, lines: 14)
      let document = try read(text, piece: piece)
      #expect(told(document.faults).isEmpty)
      let portfolio = document.portfolio
      var found: [String: [PlanLine]] = [:]
      for plan in portfolio.plans {
        found[plan.header.trust.code] = Array(plan.plan(portfolio.strings).lines)
      }
      #expect(found == lines, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("RXX,london,L1,future,,,,,,,,,,,,", "2:1 the row has 16 cells where the header has 17"),
    (",london,L1,future,,,,,,,,,,,,,", "2:1 the row names no trust"),
    ("RXX,lundon,L1,future,,,,,,,,,,,,,", "2:5 unknown cluster `lundon`"),
    ("RXX,london,,future,,,,,,,,,,,,,", "2:12 the row names no line"),
    ("RXX,london,L1,,,,,,,,,,,,,,", "2:15 the row names no service"),
    ("RXX,london,L1,future,big,,,,,,,,,,,,", "2:22 unknown pacs `big`"),
    ("RXX,london,L1,future,,old,,,,,,,,,,,", "2:23 unknown need `old`"),
    ("RXX,london,L1,future,,,closed,,,,,,,,,,", "2:24 unknown route `closed`"),
    ("RXX,london,L1,future,,,,,,maybe,,,,,,,", "2:27 `maybe` is no answer"),
    ("RXX,london,L1,future,,,,,,,,,,2004-06,1,,", "2:31 `2004-06` is no financial year"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,1.234,,", "2:39 `1.234` is no whole number of pence"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,,£1 2,", "2:40 `£1 2` is not an amount"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,,twelve,", "2:40 `twelve` is not an amount"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,-1,,", "2:39 `-1` is below zero"),
    ("RXX,london,L1,future,,,,,,,,,,,1,,", "2:31 the row has an amount and no year"),
    (
      "RXX,london,L1,future,,,,,,,,,,2004-05,99999999999999999999,,",
      "2:39 `99999999999999999999` is more than can be counted"
    ),
    ("RXX,london,L1,fut\"ure,,,,,,,,,,,,,", "2:18 a quote stands in a cell"),
    ("RXX,london,L1,fut\u{1}ure,,,,,,,,,,,,,", "2:18 "),
  ])
  func `a fault is located and its row left out, and the others are read`(
    row: String, fault: String
  ) throws {
    let good = "RYY,london,L9,future,,,,,,,,,x,2004-05,1,,\n"
    let document = try read(PortfolioTableTests.header + row + "\r\n" + good)
    #expect(document.faults.faults.count == 1)
    #expect(told(document.faults).first?.hasPrefix(fault) == true, "\(told(document.faults))")
    let plans = document.portfolio.plans.filter { $0.lines.count > 0 }
    #expect(plans.map(\.header.trust.code) == ["RYY"])
  }

  @Test(arguments: [16, 4 << 20])
  func `rows that contradict others are told, near and far`(piece: Int) throws {
    let document = try read(
      PortfolioTableTests.header + """
        RXX,london,L1,future,,,open,Acme,,,,,x,2004-05,1,,
        RXX,london,L1,future,,,open,Other,,,,,x,2005-06,1,,
        RXX,london,L1,future,,,open,Acme,,,,,x,2004-05,,2,
        RXX,southern,L2,future,,,open,Acme,,,,,x,2004-05,,2,
        RXX,london,L3,future,,,open,Acme,,,,,x,2004-05,,2,
        RXX,london,L1,future,,,calloff,Acme,,,,,x,2006-07,1,,
        RXX,london,L1,future,,,open,Acme,,,,,x,2004-05,7,,
        RXX,london,L1,future,,,open,Acme,,,,,x,2006-07,7,,

        """, piece: piece)
    let messages = told(document.faults)
    #expect(messages.count == 5)
    #expect(messages.contains { $0.hasPrefix("3:") && $0.contains("another `supplier`") })
    #expect(messages.contains { $0.hasPrefix("4:") && $0.contains("`2004-05` already") })
    #expect(messages.contains { $0.hasPrefix("5:") && $0.contains("another cluster") })
    #expect(messages.contains { $0.hasPrefix("7:") && $0.contains("another `route`") })
    #expect(messages.contains { $0.hasPrefix("8:") && $0.contains("`2004-05` already") })
    let plan = document.portfolio.plans[0]
    #expect(plan.lines.count == 2)
    #expect(plan.lines.cost(at: 0) == 800)
  }

  @Test func `of ten thousand faults a hundred are told and the rest is counted`() throws {
    let bad = String(repeating: "RXX,london,L1,future,,,,,,,,,,2004-05,x,,\n", count: 10_000)
    let good = "RXX,london,L1,future,,,,,,,,,,2004-05,1,,\n"
    let document = try read(PortfolioTableTests.header + bad + good, piece: 10_000)
    #expect(document.faults.faults.count == 100)
    #expect(document.faults.faults.map(\.place.line) == Array(2...101))
    #expect(document.faults.closing == "and 9900 more; mend these first")
    #expect(document.rows == 10_001)
    #expect(document.portfolio.lineCount == 1)
  }

  @Test(arguments: [
    ("", "1:1 the table is empty"),
    ("trust,cluster,line\n", "1:1 the header has no `service`"),
    ("trust,cluster,line,service,suplier\n", "1:28 unknown column `suplier`; did you mean"),
    ("trust,cluster,line,service,trust\n", "1:28 the column `trust` stands here again"),
  ])
  func `a header that says too little or too much is refused`(text: String, fault: String) throws {
    #expect {
      try read(text)
    } throws: { error in
      guard case PortfolioError.table(name: "lines.csv", let faults)? = error as? PortfolioError
      else { return false }
      return told(faults).first?.hasPrefix(fault) == true
    }
  }

  @Test func `columns stand in any order, and those that are not needed may be missing`() throws {
    let document = try read(
      "\u{FEFF}funds,service,revenue,line,year,trust,cluster\r\nrunning,future,12,L1,2004-05,RXX,london\r"
    )
    #expect(told(document.faults).isEmpty)
    let line = document.portfolio.plans[0].line(at: 0, document.portfolio.strings)
    #expect(line.service == "future")
    #expect(line.funds == ["running"])
    #expect(line.cost.total == Money(pence: 1200))
  }

  @Test(arguments: [
    ("RXX,capital,,cash,,,,,", "2:14 unknown kind of fund `cash`"),
    (",capital,,capital,,,,,", "2:1 the fund has no trust"),
    ("RXX,,,,,,,,", "2:5 the row names neither a fund nor a group"),
    ("RZZ,capital,,capital,,,,,", "2:1 no line is of the trust `RZZ`"),
    ("RXX,,,,,,thames,bt,RXX", "2:1 a group is for all trusts"),
    ("RXX,capital,,capital,2004-05,a,,,", "2:30 `a` is not an amount"),
    ("RXX,capital,,capital,2004,1,,,", "2:22 `2004` is no financial year"),
    ("RXX,capital,,capital", "2:1 the row has 4 cells where the header has 9"),
  ])
  func `faults of funds and groups are located`(row: String, fault: String) throws {
    let document = try read(
      PortfolioTableTests.header + "RXX,london,L1,future,,,,,,,,,,,,,\n",
      funds: "trust,fund,name,pays,year,available,group,facility,members\n" + row)
    #expect(told(document.fundFaults).first?.hasPrefix(fault) == true, "\(document.fundFaults)")
  }

  @Test func `reading ends where it is not wanted any more`() throws {
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
