import Documents
import Procurement
import Testing

/// Faults in tables of lines for many trusts, and of funds and groups.
@Suite struct PortfolioTableFaultTests {
  @Test(arguments: [
    ("RXX,london,L1,future,,,,,,,,,,,,", "2:1 the row has 16 cells where the header has 17"),
    (",london,L1,future,,,,,,,,,,,,,", "2:1 the trust is missing"),
    ("RXX,lundon,L1,future,,,,,,,,,,,,,", "2:5 unknown cluster `lundon`"),
    ("RXX,london,,future,,,,,,,,,,,,,", "2:12 the line is missing"),
    ("RXX,london,L1,,,,,,,,,,,,,,", "2:15 the service is missing"),
    ("RXX,london,L1,future,big,,,,,,,,,,,,", "2:22 unknown pacs `big`"),
    ("RXX,london,L1,future,,old,,,,,,,,,,,", "2:23 unknown need `old`"),
    ("RXX,london,L1,future,,,closed,,,,,,,,,,", "2:24 unknown route `closed`"),
    ("RXX,london,L1,future,,,,,,maybe,,,,,,,", "2:27 `maybe` is not valid"),
    ("RXX,london,L1,future,,,,,,,,,,2004-06,1,,", "2:31 `2004-06` is no financial year"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,1.234,,", "2:39 `1.234` has a fraction of a penny"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,,£1 2,", "2:40 `£1 2` is not an amount"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,,twelve,", "2:40 `twelve` is not an amount"),
    ("RXX,london,L1,future,,,,,,,,,,2004-05,-1,,", "2:39 `-1` is negative"),
    ("RXX,london,L1,future,,,,,,,,,,,1,,", "2:31 the row has an amount but not a year"),
    (
      "RXX,london,L1,future,,,,,,,,,,2004-05,99999999999999999999,,",
      "2:39 `99999999999999999999` exceeds the largest amount"
    ),
    ("RXX,london,L1,fut\"ure,,,,,,,,,,,,,", "2:18 this quote is in a cell"),
    ("RXX,london,L1,fut\u{1}ure,,,,,,,,,,,,,", "2:18 "),
  ])
  func `a faulty row is reported and left out, and the others are read`(
    row: String, fault: String
  ) throws {
    let good = "RYY,london,L9,future,,,,,,,,,x,2004-05,1,,\n"
    let document = try readTables(PortfolioTableTests.header + row + "\r\n" + good)
    #expect(document.faults.faults.count == 1)
    #expect(
      messages(of: document.faults).first?.hasPrefix(fault) == true,
      "\(messages(of: document.faults))")
    let plans = document.portfolio.plans.filter { $0.lines.count > 0 }
    #expect(plans.map(\.header.trust.code) == ["RYY"])
  }

  @Test(arguments: [16, 4 << 20])
  func `rows that contradict others are reported, near and far`(piece: Int) throws {
    let document = try readTables(
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
    let found = messages(of: document.faults)
    #expect(found.count == 5)
    #expect(found.contains { $0.hasPrefix("3:") && $0.contains("another `supplier`") })
    #expect(found.contains { $0.hasPrefix("4:") && $0.contains("already has a row for `2004-05`") })
    #expect(found.contains { $0.hasPrefix("5:") && $0.contains("another cluster") })
    #expect(found.contains { $0.hasPrefix("7:") && $0.contains("another `route`") })
    #expect(found.contains { $0.hasPrefix("8:") && $0.contains("already has a row for `2004-05`") })
    let plan = document.portfolio.plans[0]
    #expect(plan.lines.count == 2)
    #expect(plan.lines.cost(at: 0) == 800)
  }

  @Test func `a hundred of ten thousand faults are reported and the others counted`() throws {
    let bad = String(repeating: "RXX,london,L1,future,,,,,,,,,,2004-05,x,,\n", count: 10_000)
    let good = "RXX,london,L1,future,,,,,,,,,,2004-05,1,,\n"
    let document = try readTables(PortfolioTableTests.header + bad + good, piece: 10_000)
    #expect(document.faults.faults.count == 100)
    #expect(document.faults.faults.map(\.place.line) == Array(2...101))
    #expect(document.faults.closing == "and 9900 more; fix these first")
    #expect(document.rows == 10_001)
    #expect(document.portfolio.lineCount == 1)
  }

  @Test(arguments: [
    ("", "1:1 the table is empty"),
    ("trust,cluster,line\n", "1:1 the header lacks `service`"),
    ("trust,cluster,line,service,suplier\n", "1:28 unknown column `suplier`; did you mean"),
    ("trust,cluster,line,service,trust\n", "1:28 the column `trust` is listed twice"),
  ])
  func `a header with missing, unknown or repeated names is refused`(text: String, fault: String)
    throws
  {
    #expect {
      try readTables(text)
    } throws: { error in
      guard case PortfolioError.table(name: "lines.csv", let faults)? = error as? PortfolioError
      else { return false }
      return messages(of: faults).first?.hasPrefix(fault) == true
    }
  }

  @Test(arguments: [
    ("RXX,capital,,cash,,,,,", "2:14 unknown kind of fund `cash`"),
    (",capital,,capital,,,,,", "2:1 the trust of the fund is missing"),
    ("RXX,,,,,,,,", "2:5 the fund or group is missing"),
    ("RZZ,capital,,capital,,,,,", "2:1 the trust `RZZ` has no lines"),
    ("RXX,,,,,,thames,bt,RXX", "2:1 a group is for all trusts"),
    ("RXX,capital,,capital,2004-05,a,,,", "2:30 `a` is not an amount"),
    ("RXX,capital,,capital,2004,1,,,", "2:22 `2004` is no financial year"),
    ("RXX,capital,,capital", "2:1 the row has 4 cells where the header has 9"),
  ])
  func `faults of funds and groups have places`(row: String, fault: String) throws {
    let document = try readTables(
      PortfolioTableTests.header + "RXX,london,L1,future,,,,,,,,,,,,,\n",
      funds: "trust,fund,name,pays,year,available,group,facility,members\n" + row)
    #expect(
      messages(of: document.fundFaults).first?.hasPrefix(fault) == true, "\(document.fundFaults)")
  }
}
