import Documents
import Procurement
import Testing

/// Alternatives, certainty, the day of a draft and waivers of the plan in documents.
@Suite struct AlternativeTests {
  private static let text = """
    calloff: 1
    as_of: 2004-10-01
    title: Imaging
    trust: {code: RXX, name: Sample, kind: acute, cluster: london}
    years: [2004-05, 2005-06]
    funds:
      - {id: bid, name: Modernisation bid, pays: either, certainty: bid, available: {2005-06: 60000}}
    lines:
      - id: L3
        service: additional.pacs
        pacs: entire
        route: open
        supplier: Acme Imaging
        crs_interoperable: true
        justification: No
        cost: {capital: {2004-05: 200000}}
        funds: [bid]
        alternatives:
          - {id: lsp, pacs: basic, route: programme, supplier: bt, crs_interoperable: ~, funds: [], \
    notes: "LSP's letter of 3 September", cost: {capital: {2004-05: 180000.50}}}
          - {id: group, route: calloff, group: ~}
    waivers: [{code: C103, reason: Agreed, date: 2004-11-02}]

    """

  private func read(_ text: String) throws -> Plan {
    try readPlan(Array(text.utf8), clusters: ["london"]).plan
  }

  @Test func `what is read is written as it was`() throws {
    let plan = try read(AlternativeTests.text)
    #expect(plan.header.asOf?.description == "2004-10-01")
    #expect(plan.header.waivers.map(\.code) == [.C103])
    #expect(plan.funds.map(\.certainty) == [.bid])
    let alternatives = plan.lines[0].alternatives
    #expect(alternatives.map(\.id) == ["lsp", "group"])
    #expect(alternatives[0].cost.total == Money(pence: 180_000_50))
    #expect(
      alternatives[0].values == [
        .pacs(.basic), .route(.programme), .supplier("bt"), .crsInteroperable(nil), .funds([]),
        .notes("LSP's letter of 3 September"),
      ])
    #expect(alternatives[1].values == [.route(.calloff), .group(nil)])
    for form in [DocumentForm.yaml, .json] {
      let bytes = write(plan, as: form)
      #expect(try readPlan(bytes, clusters: ["london"]).plan == plan)
    }
    #expect(String(decoding: write(plan), as: UTF8.self).contains("group: ~"))
  }

  @Test func `an alternative's faults have their places`() throws {
    let text = AlternativeTests.text
      .replacing("pacs: basic", with: "pacs: small")
      .replacing("{id: group, route: calloff", with: "{id: lsp, cost: {capital: {2009-10: 1}}")
    let error = #expect(throws: FaultList.self) { try read(text) }
    let messages = error?.faults.map(\.message).joined(separator: "\n") ?? ""
    #expect(messages.contains("small") && messages.contains("`lsp`"))
    #expect(messages.contains("2009-10"))
  }

  @Test func `choosing an alternative twice leads back to the line as it was`() throws {
    let line = try read(AlternativeTests.text).lines[0]
    let chosen = line.values(choosing: 0).reduce(into: line) { $0.set($1) }
    #expect(chosen.pacs == .basic && chosen.route == .programme && chosen.supplier == "bt")
    #expect(chosen.crsInteroperable == nil && chosen.funds.isEmpty)
    #expect(chosen.justification == "No")
    #expect(chosen.cost.total == Money(pence: 180_000_50))
    #expect(chosen.alternatives.map(\.id) == ["acme-imaging", "group"])
    var back = chosen.values(choosing: 0).reduce(into: chosen) { $0.set($1) }
    #expect(back.alternatives.map(\.id) == ["bt", "group"])
    back.alternatives = line.alternatives
    #expect(back == line)
  }
}
