import Documents
import Procurement
import Testing

@Suite struct WritePlanTests {
  @Test func `a plan is written in canonical form`() throws {
    let plan = try readPlan(Array(sampleDocument.utf8), clusters: sampleClusters).plan
    #expect(String(decoding: write(plan), as: UTF8.self) == sampleDocument)
  }

  @Test func `an empty plan is written as its details`() throws {
    let plan = try readPlan(Array(emptyDocument.utf8), clusters: sampleClusters).plan
    #expect(String(decoding: write(plan), as: UTF8.self) == emptyDocument)
  }

  @Test(arguments: [
    ("plain words, with a comma", "plain words, with a comma"), ("IM&T's £5", "IM&T's £5"),
    ("", #""""#), ("null", #""null""#), ("True", #""True""#), ("12.50", #""12.50""#),
    ("2004-05", #""2004-05""#), ("5E1", #""5E1""#), ("5A1", "5A1"), ("a: b", #""a: b""#),
    ("a:b", "a:b"), ("a #b", #""a #b""#), ("a#b", "a#b"), ("- a", #""- a""#), (" a", #"" a""#),
    ("a\nb", #""a\nb""#), ("a\u{1B}b", #""a\x1Bb""#), ("\u{202E}", #""\u202E""#),
    ("\u{E0001}", #""\U000E0001""#), ("say \"x\"", "say \"x\""), ("\"x\"", #""\"x\"""#),
    ("日本", "日本"),
  ])
  func `a text is quoted only if it must be`(text: String, written: String) {
    let trust = Trust(code: "R", name: "n", kind: .care, cluster: "london")
    let plan = Plan(header: Plan.Header(title: text, trust: trust, years: []))
    let lines = String(decoding: write(plan), as: UTF8.self).split(separator: "\n")
    #expect(lines[1] == "title: \(written)")
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `a hostile plan is read back unchanged`(seed: UInt64) throws {
    var maker = HostilePlanMaker(seed: seed)
    let plan = maker.plan()
    let written = write(plan)
    let again = try readPlan(written, clusters: sampleClusters).plan
    #expect(again == plan)
    #expect(write(again) == written)
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `a hostile plan is read back from JSON unchanged`(seed: UInt64) throws {
    var maker = HostilePlanMaker(seed: seed)
    let plan = maker.plan()
    let written = write(plan, as: .json)
    #expect(DocumentForm(of: written) == .json)
    #expect(!written.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7F })
    let again = try readPlan(written, clusters: sampleClusters).plan
    #expect(again == plan)
    #expect(write(again) == write(plan))
  }

  @Test func `a plan is written as JSON with the keys of YAML`() throws {
    let plan = try readPlan(Array(sampleDocument.utf8), clusters: sampleClusters).plan
    let again = try readPlan(write(plan, as: .json), clusters: sampleClusters).plan
    #expect(write(again) == write(plan))
    let text = String(decoding: write(plan, as: .json), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"calloff\": 1,\n  \"title\": \""))
  }

  @Test(
    arguments: [
      (1, "0.01"), (123_450, "1234.50"), (100, "1"), (99_999_999_999_999, "999999999999.99"),
      (9_007_199_254_740_993, "\"90071992547409.93\""),
      (922_337_203_685_477_500, "\"9223372036854775\""),
      (Int64.max, "\"92233720368547758.07\""),
    ] as [(Int64, String)])
  func `an amount is a number if every reader of JSON keeps its digits`(
    pence: Int64, written: String
  ) throws {
    let year = try #require(FinancialYear(start: 2004))
    let trust = Trust(code: "R", name: "n", kind: .care, cluster: "london")
    var line = PlanLine(id: "L1", service: "future")
    line.cost[year, .capital] = Money(pence: pence)
    let plan = Plan(
      header: Plan.Header(title: "t", trust: trust, years: [year]), lines: [line])
    let document = write(plan, as: .json)
    #expect(String(decoding: document, as: UTF8.self).contains("\"2004-05\": \(written)\n"))
    #expect(try readPlan(document, clusters: sampleClusters).plan == plan)
  }

  @Test(arguments: [
    ("plan.json", "title: x", DocumentForm.json), ("plan.JSON", "", .json),
    ("plan.yaml", "{\"a\": 1}", .json), ("plan.yaml", "\u{FEFF} [1]", .json),
    ("plan.yaml", "{a: 1}", .yaml), ("plan", "title: x", .yaml),
  ])
  func `a document keeps its form`(name: String, text: String, form: DocumentForm) {
    #expect(DocumentForm(replacing: Array(text.utf8), named: name) == form)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a text cannot leave its scalar or its line`(seed: UInt64) throws {
    var maker = HostilePlanMaker(seed: seed)
    var line = PlanLine(id: "L1", service: maker.code(.id))
    line.notes = maker.text()
    line.funds = [maker.code(.id)]
    line.waivers = [Waiver(code: .S107, reason: maker.text() + "x", date: .earliest)]
    let trust = Trust(code: "R", name: maker.text(), kind: .care, cluster: "london")
    let year = try #require(FinancialYear(start: 2004))
    let header = Plan.Header(title: maker.text(), trust: trust, years: [year])
    let written = write(Plan(header: header, lines: [line]))
    #expect(written.count { $0 == UInt8(ascii: "\n") } == 10)
    #expect(!written.contains { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7F })
    let scalars = try readPlan(written, clusters: sampleClusters).plan.lines[0].notes?
      .unicodeScalars
    #expect(scalars.map(Array.init) == line.notes.map { Array($0.unicodeScalars) })
  }
}
