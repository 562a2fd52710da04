import Documents
import PlanGenerators
import Procurement
import Testing

/// Plans that show where money or order is missing.
enum FundingExample {
  /// The plan of the contract's second section.
  static var contract: Plan {
    get throws {
      try plan(
        """
        trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
        years: [2004-05, 2005-06, 2006-07]
        funds:
          - {id: capital, name: Block capital, pays: capital,
             available: {2004-05: 250000, 2005-06: 100000}}
          - {id: bid, name: Modernisation bid, pays: either, available: {2005-06: 60000}}
          - {id: running, name: IM&T revenue, pays: revenue, available: {2005-06: 40000.50}}
        lines:
          - {id: L1, service: core.order-communications, route: programme, supplier: bt,
             cost: {capital: {2004-05: 120000}, revenue: {2005-06: 30000}}}
          - {id: L2, service: core.maternity, need: retain, supplier: In-house,
             cost: {revenue: {2004-05: 8000}}, funds: [running]}
          - {id: L3, service: additional.pacs, pacs: entire, route: open, supplier: Acme Imaging,
             cost: {capital: {2004-05: 200000, 2005-06: 90000}}, funds: [capital]}
          - {id: L4, service: future, description: Bedside entertainment, route: open,
             supplier: Example Media, cost: {revenue: {2005-06: 12000}}}
        """)
    }
  }

  /// A plan of lines that each pay for themselves, under a head for London and two years.
  static func plan(_ text: String) throws -> Plan {
    try readPlan(Array(("calloff: 1\ntitle: Example\n" + text).utf8), clusters: NPfIT.clusters).plan
  }

  /// A plan of `future` lines, each written as `cost: …, funds: …`.
  static func plan(funds: String, lines: [(id: String, rest: String)]) throws -> Plan {
    let rows = lines.map { line in
      """
        - {id: \(line.id), service: future, description: Car park barriers, route: open,
           supplier: Acme, \(line.rest)}
      """
    }
    return try plan(
      """
      trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
      years: [2004-05, 2005-06]
      funds: [\(funds)]
      lines:
      \(rows.joined(separator: "\n"))
      """)
  }
}
