import Documents
import Procurement
import Testing

/// All formats read codes and names by the same rules.
@Suite struct CodeReadingTests {
  /// Faults of a trust's code, with the same message in every format.
  @Test(arguments: [
    (
      "R\u{200B}XX",
      "the trust code `R<zero-width space>XX` contains an invisible character, zero-width "
        + "space; remove it"
    ),
    ("R-XX", "`R-XX` is not a trust code; write letters and digits only"),
    (
      "5.00E+01",
      "`5.00E+01` is not a trust code: a spreadsheet has changed one such as `5E1`; write the "
        + "code, and format its column as text"
    ),
  ])
  func `every format treats the code of a trust the same way`(
    code: String, message: String
  ) throws {
    #expect(planFaults(yaml(of: code)) == ["3:15 \(message)"])
    #expect(planFaults(json(of: code)) == ["2:17 \(message)"])
    #expect(planFaults(member(code)) == ["5:42 \(message)"])
    let overrides = Array("{calloff: 1, trusts: [{code: \"\(code)\", cluster: coast}]}".utf8)
    #expect(
      faults { () throws(FaultList) in
        try readTrustOverrides(overrides, clusters: SampleRegister.clusters.map(\.id))
      } == ["1:30 \(message)"])
    try expectTables(refuse: code, message)
  }

  private func yaml(of trust: String) -> String {
    emptyDocument.replacing("RXX", with: "\"\(trust)\"")
  }

  private func json(of trust: String) -> String {
    """
    {"calloff":1,"title":"t","years":["2004-05"],
    "trust":{"code":"\(trust)","name":"","kind":"acute","cluster":"london"}}
    """
  }

  private func member(_ code: String) -> String {
    emptyDocument + "groups: [{id: g, facility: bt, members: [\"\(code)\"]}]\n"
  }

  private func expectTables(refuse code: String, _ message: String) throws {
    let table = try read("\(code),london,L1,future,,,")
    #expect(messages(of: table.faults) == ["2:1 \(message)"])
    let funds = try read("RXX,london,L1,future,,,", funds: "\(code),f,either,2004-05,1,,,")
    #expect(messages(of: funds.fundFaults) == ["2:1 \(message)"])
    let register = Array(SampleRegister.row(code, "Fell", isQuoted: false).utf8)
    #expect(
      faults { () throws(FaultList) in
        try readRegister(register, clusters: SampleRegister.clusters)
      } == ["1:1 \(message)"])
  }

  @Test(arguments: ["RXX ", "RXX\u{A0}"])
  func `a blank around a trust's code is ignored in documents and refused in tables`(
    code: String
  ) throws {
    for text in [yaml(of: code), json(of: code)] {
      #expect(
        try readPlan(Array(text.utf8), clusters: sampleClusters).plan.header.trust.code == "RXX")
    }
    let plan = try readPlan(Array(member(code).utf8), clusters: sampleClusters).plan
    #expect(plan.groups[0].members == ["RXX"])
    let overrides = Array("{calloff: 1, trusts: [{code: \"\(code)\", cluster: coast}]}".utf8)
    let clusters = SampleRegister.clusters.map(\.id)
    #expect(try readTrustOverrides(overrides, clusters: clusters).trusts.map(\.code) == ["RXX"])
    #expect(planFaults(yaml(of: " ")) == ["3:15 `code` is empty; add a value"])
    try expectTables(
      refuse: code,
      "the trust code `RXX<\(code == "RXX " ? "blank" : "no-break space")>` starts or ends with a "
        + "blank; remove it")
  }

  @Test func `codes of trusts compare without case and are shown as first written`() throws {
    let document = try read(
      "rxx,london,L1,future,,,f\nRXX,london,L2,future,,,f\nRYY,london,L1,future,,,",
      funds: "Rxx,f,either,2004-05,5,,,\nRXX,f,either,2005-06,6,,,\n,,,,,g,bt,ryy rXX")
    #expect(messages(of: document.faults).isEmpty && messages(of: document.fundFaults).isEmpty)
    let plans = document.portfolio.plans
    #expect(plans.map(\.header.trust.code) == ["rxx", "RYY"])
    #expect(plans.map(\.lines.count) == [2, 1])
    #expect(plans[0].funds.map(\.available.count) == [2])
    for plan in plans { #expect(plan.groups.members[0].contains(plan.trust)) }
  }

  @Test func `rows of a line may write its trust in another case`() throws {
    let document = try readPortfolio(
      lines: TableSource(
        name: "lines.csv",
        bytes: Array(
          """
          trust,cluster,line,service,year,capital
          RXX,london,L1,future,2004-05,1
          rxx,london,L1,future,2005-06,2
          rxx,london,L1,future,2005-06,3
          """.utf8)),
      for: try Programme.builtIn())
    #expect(document.portfolio.lineCount == 1)
    #expect(document.portfolio.plans[0].lines.cost(at: 0) == 300)
    #expect(document.faults.faults.map(\.place.line) == [4])
  }

  @Test func `a register has each trust once, whatever the case of its code`() {
    let rows = ["RXX", "rxx"].map { SampleRegister.row($0, "Fell", isQuoted: false) }
    let register = Array(rows.joined().utf8)
    #expect(
      faults { () throws(FaultList) in
        try readRegister(register, clusters: SampleRegister.clusters)
      } == ["2:1 the trust `rxx` is listed twice, first in `etr.csv` at 1:1; remove one"])
    let overrides = Array(
      "{calloff: 1, trusts: [{code: RXX, cluster: coast}, {code: rxx, cluster: coast}]}".utf8)
    #expect(
      faults { () throws(FaultList) in
        try readTrustOverrides(overrides, clusters: SampleRegister.clusters.map(\.id))
      }.count == 1)
  }

  @Test(arguments: ["id", "service", "group"])
  func `an id with a blank at its end is refused in a document and a table`(key: String) throws {
    let noun = key == "id" ? "line" : key
    let message = "the \(noun) `x<blank>` starts or ends with a blank; remove it"
    var values = ["id": "L1", "service": "future", "group": "g"]
    values[key] = "\"x \""
    let line = values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let found = planFaults(emptyDocument + "lines: [{\(line.joined(separator: ", "))}]\n")
    #expect(found.count == 1 && found.first?.hasSuffix(message) == true, "\(found)")
    values[key] = "x "
    let row =
      "RXX,london,\(values["id"] ?? ""),\(values["service"] ?? ""),,\(values["group"] ?? ""),"
    let table = messages(of: try read(row).faults)
    #expect(table.count == 1 && table.first?.hasSuffix(message) == true, "\(table)")
  }

  @Test func `a fund of a line or of a plan with a blank at its end is refused`() {
    let text =
      emptyDocument + """
        funds: [{id: "f ", pays: either}]
        lines: [{id: L1, service: future, funds: ["f\u{A0}"]}]

        """
    #expect(
      planFaults(text) == [
        "5:14 the fund `f<blank>` starts or ends with a blank; remove it",
        "6:43 the fund `f<no-break space>` starts or ends with a blank; remove it",
      ])
  }

  @Test(arguments: ["fujitsu ", "\u{A0}fujitsu", "fujitsu\t"])
  func `blanks around a supplier are ignored in documents and tables`(name: String) throws {
    let escaped = name.replacing("\t", with: "\\t")
    let text = emptyDocument + "lines: [{id: L1, service: future, supplier: \"\(escaped)\"}]\n"
    let plan = try readPlan(Array(text.utf8), clusters: sampleClusters).plan
    #expect(plan.lines[0].supplier == "fujitsu")
    // A tab separates the cells of a table, so it can only be in documents.
    guard !name.contains("\t") else { return }
    let document = try read("RXX,london,L1,future,\(name),,\nRXX,london,L2,future,fujitsu,,")
    let lines = document.portfolio.plans[0].plan(document.portfolio.strings).lines
    #expect(lines.map(\.supplier) == ["fujitsu", "fujitsu"])
  }

  @Test(arguments: ["British\u{A0} Telecom", "British\u{2003}\u{200B}Tele\u{AD}com\u{FEFF}"])
  func `words of a supplier are separated by single blanks, without invisible characters`(
    name: String
  ) throws {
    let document = try read("RXX,london,L1,future,\(name),,")
    let line = document.portfolio.plans[0].line(at: 0, document.portfolio.strings)
    #expect(line.supplier == "British Telecom")
  }

  @Test func `funds in a cell are separated by blanks of any kind`() throws {
    let document = try read("RXX,london,L1,future,,,capital\u{A0}running; bid")
    let line = document.portfolio.plans[0].line(at: 0, document.portfolio.strings)
    #expect(line.funds == ["capital", "running", "bid"])
    let row = "RXX,london,L1,future,,,a capi\u{AD}tal\n"
    let faulty = try read(row + row.replacing("L1", with: "L2"))
    #expect(faulty.faults.faults.map(\.place.line) == [2, 3])
  }

  @Test func `a faulty code is reported on each of its rows`() throws {
    let rows = (1...3).map { "RXX ,london,L\($0),future,,," }.joined(separator: "\n")
    let document = try read(rows + "\nRXX,london,L4,future,,,")
    #expect(document.faults.faults.map(\.place.line) == [2, 3, 4])
    #expect(document.portfolio.plans.map(\.header.trust.code) == ["RXX"])
  }

  @Test func `codes that differ only in Unicode composition are the same trust, line and fund`()
    throws
  {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let document = try readPortfolio(
      lines: TableSource(
        name: "lines.csv",
        bytes: Array(
          """
          trust,cluster,line,service,year,capital,funds
          RXX,london,\(composed),future,2004-05,1,\(composed)
          RXX,london,\(decomposed),future,2005-06,2,\(decomposed)
          """.utf8)),
      for: try Programme.builtIn())
    #expect(messages(of: document.faults).isEmpty)
    #expect(document.portfolio.lineCount == 1)
    #expect(document.portfolio.plans[0].lines.cost(at: 0) == 300)
    let text =
      emptyDocument
      + "funds: [{id: \(composed), pays: either}, {id: \(decomposed), pays: either}]\n"
    #expect(planFaults(text).count == 1)
  }

  @Test func `a document keeps the Unicode composition of its letters`() throws {
    let line =
      "{id: L1, service: future, notes: a long enough caf\u{E9}, "
      + "description: a long enough cafe\u{301}}"
    let text = emptyDocument + "lines: [\(line)]\n"
    let plan = try readPlan(Array(text.utf8), clusters: sampleClusters).plan
    #expect(plan.lines[0].description.map { Array($0.utf8.suffix(3)) } == [0x65, 0xCC, 0x81])
    #expect(plan.lines[0].notes.map { Array($0.utf8.suffix(2)) } == [0xC3, 0xA9])
  }

  @Test(arguments: [
    ("\"12,500\"", 1_250_000), ("12 500", 1_250_000), ("12\u{A0}500", 1_250_000),
    ("12\u{2009}500.5", 1_250_050), ("£300", 30_000), ("-", 0), ("–", 0),
    (" ", 0), ("7", 700),
  ])
  func `amounts in tables are read like those in forms`(cell: String, pence: Int64) throws {
    let document = try readPortfolio(
      lines: TableSource(
        name: "lines.csv",
        bytes: Array(
          "trust,cluster,line,service,year,capital\nRXX,london,L1,future,2004-05,\(cell)\n".utf8)),
      for: try Programme.builtIn())
    #expect(messages(of: document.faults).isEmpty)
    #expect(document.portfolio.plans[0].lines.cost(at: 0) == pence)
  }

  @Test(arguments: [
    "\"12,50\"", "\"1,2,3,4\"", "1 2", "\"1.234,50\"", "(500)", "−5", "12k", "1.5m",
  ])
  func `a misplaced comma is refused in tables of lines and of funds`(cell: String) throws {
    let document = try readPortfolio(
      lines: TableSource(
        name: "lines.csv",
        bytes: Array(
          "trust,cluster,line,service,year,capital\nRXX,london,L1,future,2004-05,\(cell)\n".utf8)),
      for: try Programme.builtIn())
    #expect(document.faults.faults.map(\.place) == [Place(line: 2, column: 30)])
    let funds = try read("RXX,london,L1,future,,,", funds: "RXX,f,either,2004-05,\(cell),,,")
    #expect(funds.fundFaults.faults.map(\.place) == [Place(line: 2, column: 22)])
  }

  // MARK: Reading

  private func planFaults(_ text: String) -> [String] {
    faults { () throws(FaultList) in try readPlan(Array(text.utf8), clusters: sampleClusters) }
  }

  private func read(_ rows: String, funds: String? = nil) throws -> PortfolioDocument {
    let lines = "trust,cluster,line,service,supplier,group,funds\n" + rows + "\n"
    let head = "trust,fund,pays,year,available,group,facility,members\n"
    return try readPortfolio(
      lines: TableSource(name: "lines.csv", bytes: Array(lines.utf8)),
      funds: funds.map { ("funds.csv", Array((head + $0 + "\n").utf8)) },
      for: try Programme.builtIn())
  }
}
