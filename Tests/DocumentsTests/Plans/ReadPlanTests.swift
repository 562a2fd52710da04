import Documents
import Procurement
import Testing

@Suite struct ReadPlanTests {
  private func read(_ text: String) throws -> PlanDocument {
    try readPlan(Array(text.utf8), clusters: sampleClusters)
  }

  @Test func `lines with the same funds share one list`() throws {
    let head = """
      calloff: 1
      title: Shared
      trust: {code: RXX, name: Sample, kind: acute, cluster: london}
      years: [2004-05]
      lines:

      """
    let lines = (1...20).map { "  - {id: L\($0), service: future, funds: [capital, running]}\n" }
    let plan = try read(head + lines.joined()).plan
    let lists = plan.lines.map { line in
      line.funds.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    }
    #expect(Set(lists).count == 1)
    #expect(plan.lines.allSatisfy { $0.funds == ["capital", "running"] })
  }

  @Test func `all fields of a plan are read`() throws {
    let plan = try read(sampleDocument).plan
    #expect(plan.header.title == "Order communications and imaging, 2004-07")
    #expect(
      plan.header.trust
        == Trust(code: "RXX", name: "Sample Acute Trust", kind: .acute, cluster: "london"))
    #expect(plan.header.years == [2004, 2005, 2006].compactMap(FinancialYear.init(start:)))
    #expect(plan.funds.map(\.pays) == [.capital, .revenue])
    #expect(plan.funds[1].available.values.map(\.pence) == [4_000_050])
    #expect(
      plan.groups == [
        BuyingGroup(
          id: "thames-imaging", name: "Thames imaging group", facility: "fujitsu",
          members: ["RXX", "RYY"])
      ])
    #expect(plan.lines.map(\.id) == ["L1", "L2", "L3", "L4"])
    #expect(plan.lines.map(\.need) == [.new, .retain, .new, .new])
    #expect(plan.lines.map(\.route) == [.programme, nil, .calloff, .open])
    #expect(plan.lines.map(\.spineConnected) == [nil, true, nil, nil])
    #expect(plan.lines.map(\.crsInteroperable) == [nil, nil, false, nil])
    let imaging = plan.lines[2]
    #expect(imaging.pacs == .entire)
    #expect(imaging.group == "thames-imaging")
    #expect(imaging.cost.total == Money(pence: 29_000_000))
    #expect(imaging.funds == ["capital", "running"])
    #expect(plan.lines[3].description == "Bedside entertainment")
    #expect(plan.lines[3].notes == "free text")
    let date = try #require(CalendarDate(year: 2004, month: 11, day: 2))
    #expect(
      plan.lines[3].waivers
        == [Waiver(code: .F101, reason: "A gift: it comes in May", date: date)])
  }

  @Test func `lines, fields, funds and groups have places`() throws {
    let places = try read("# head\n" + sampleDocument).places
    #expect(places.document == Place(line: 2, column: 1))
    #expect(places.place(ofFund: 1) == Place(line: 8, column: 5))
    #expect(places.place(ofGroup: 0) == Place(line: 10, column: 5))
    #expect(places.place(ofLine: 1) == Place(line: 17, column: 5))
    #expect(places.place(ofLine: 1, field: .spineConnected) == Place(line: 21, column: 5))
    #expect(places.place(ofLine: 1, field: .notes) == Place(line: 17, column: 5))
    #expect(places.place(ofLine: 3, field: .notes) == Place(line: 40, column: 5))
    #expect(places.place(ofLine: 4, field: .notes) == places.document)
    #expect(places.place(ofFund: 2) == places.document)
  }

  @Test func `JSON with the same structure is read`() throws {
    let text = #"""
      {"calloff": 1, "title": "Caf\u00e9 \/ bar", "trust": {"code": "RXX", "name": "n",
       "kind": "care", "cluster": "eastern"}, "years": ["2004-05"], "lines": [{"id": "L1",
       "service": "future", "cost": {"revenue": {"2004-05": 12.50}}, "spine_connected": false,
       "supplier": null}]}
      """#
    let plan = try read(text).plan
    #expect(plan.header.title == "Café / bar")
    #expect(plan.lines[0].cost.total == Money(pence: 1_250))
    #expect(plan.lines[0].spineConnected == false)
    #expect(plan.lines[0].supplier == nil)
  }

  @Test func `fields that are left out have defaults, and null is not an empty text`() throws {
    let plan = try read(
      emptyDocument
        + """
        funds: [{id: f, pays: either}]
        groups: [{id: g, facility: bt, members: []}]
        lines:
          - {id: L1, service: x, supplier: "", notes: ~, route: null, cost: {capital: }, group: }
        """
    ).plan
    #expect(plan.funds == [Fund(id: "f", name: "f", pays: .either)])
    #expect(plan.groups.map(\.name) == ["g"])
    var line = PlanLine(id: "L1", service: "x")
    line.supplier = ""
    #expect(plan.lines == [line])
    #expect(try read(emptyDocument).plan.lines.isEmpty)
    #expect(try read(emptyDocument + "lines:\nfunds: []\n").plan.lines.isEmpty)
  }

  @Test func `money may be quoted and stays exact`() throws {
    let text = emptyDocument + "lines: [{id: a, service: b, cost: {capital: {2004-05: '0.07'}}}]"
    #expect(try read(text).plan.total == Money(pence: 7))
    let largest =
      emptyDocument
      + "lines: [{id: a, service: b, cost: {capital: {2004-05: 92233720368547758.07}}}]"
    #expect(try read(largest).plan.total == Money(pence: .max))
  }

  @Test func `waivers are read in block form too, with a date in quotes`() throws {
    let text =
      emptyDocument + """
        lines:
          - id: L1
            service: x
            waivers:
              - code: S107
                reason: Connected in March
                date: "2004-02-29"
              - {code: C104, reason: new, date: 2004-11-02}
        """
    let waivers = try read(text).plan.lines[0].waivers
    #expect(waivers.map(\.code) == [.S107, .C104])
    #expect(waivers.map(\.reason) == ["Connected in March", "new"])
    #expect(waivers.map(\.date.description) == ["2004-02-29", "2004-11-02"])
    #expect(
      try read(emptyDocument + "lines: [{id: a, service: b, waivers: }]").plan.lines[0].waivers
        == [])
  }

  @Test func `unknown names are left to the validation`() throws {
    let text =
      emptyDocument + "lines: [{id: a, service: nix, supplier: who, group: g, funds: [f, f]}]"
    #expect(try read(text).plan.lines[0].funds == ["f", "f"])
  }
}
