import Foundation
import TerminalTesting
import Testing

/// How many bytes a key may send over a slow line, at 80×24.
///
/// Each is the median over a walk through a plan, as what a key changes differs from line to line.
@Suite struct ByteBudgetTests {
  /// The bytes that each of some keys costs, in order.
  private func costs(of keys: [String], in session: TerminalSession) throws -> [Int] {
    try keys.map { key in
      _ = session.screen
      let before = session.received.count
      session.send(key)
      try session.waitUntil("an answer to \(key)") { _ in session.received.count > before }
      session.settle()
      return session.received.count - before
    }
  }

  private func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }

  @Test func `moving a row costs at most 60 bytes`() throws {
    let workplace = try Workplace()
    try workplace.plant(soundPlan)
    let session = try workplace.open()
    try session.waitFor("q quit")
    session.settle()
    let down = try costs(of: Array(repeating: "j", count: 11), in: session)
    #expect(median(down) <= 60, "\(down)")
    let scrolling = try costs(of: Array(repeating: "j", count: 20), in: session)
    #expect(median(scrolling) <= 165, "\(scrolling)")
  }

  /// Thirty-six lines, core and additional in turns, with money for all of them.
  private var soundPlan: String {
    let core = [
      "patient-records", "assessments-pathways", "care-delivery", "scheduling", "e-booking",
      "order-communications", "e-prescribing", "knowledge", "maternity", "emergency", "surgery",
      "primary-care", "ambulance", "support-services", "prevention-existing", "clinical-support",
      "connectivity", "secondary-uses", "gp-alternatives",
    ]
    let additional = [
      "radiology-laboratory", "pharmacy-stock", "e-booking-primary-care", "decision-support",
      "document-management", "social-care", "dental", "telemedicine", "helpdesk",
      "operational-it", "prevention-new", "business-change", "payments", "project-management",
      "supplier-management", "change-management", "benefits", "training",
    ]
    let lines = (0..<36).map { number in
      number % 2 == 0
        ? "  - {id: L\(number), service: core.\(core[number / 2]), route: programme, "
          + "supplier: bt, cost: {capital: {2004-05: \(number * 7_919 % 90_000 + 1_000)}}}"
        : "  - {id: L\(number), service: additional.\(additional[number / 2]), route: open, "
          + "supplier: Acme, cost: {revenue: {2004-05: \(number * 6_421 % 90_000 + 1_000)}}, "
          + "funds: [all]}"
    }
    return """
      calloff: 1
      title: Thirty-six sound lines
      trust: {code: RXX, name: Sample Acute Trust, kind: acute, cluster: london}
      years: [2004-05]
      funds: [{id: all, pays: either, available: {2004-05: 9000000}}]
      lines:
      \(lines.joined(separator: "\n"))
      """
  }

  @Test func `a key in an amount costs at most 140 bytes with the totals that it changes`() throws {
    let workplace = try Workplace()
    let session = try workplace.open()
    try session.waitFor("q quit")
    session.send("jjjjjjjjjj\rjjjjjjl\r\u{15}1")
    try session.waitFor("2005-06 1 ")
    session.settle()
    let typed = try costs(of: ["2", "3", "4", "5", "6"], in: session)
    #expect(median(typed) <= 140, "\(typed)")
  }

  @Test func `a hundred keys typed ahead are drawn in few frames`() throws {
    let workplace = try Workplace()
    let session = try workplace.open()
    try session.waitFor("q quit")
    session.settle()
    let before = session.received.count
    session.send(String(repeating: "jk", count: 50) + "j")
    try session.waitUntil("the second row") { $0.rows[3].hasPrefix(">") }
    session.settle()
    #expect(session.received.count - before <= 600)
  }
}

extension TerminalSession {
  /// Takes what still comes until nothing has come for a while.
  fileprivate func settle() {
    var seen = -1
    while seen != received.count {
      seen = received.count
      _ = try? waitUntil("silence", within: 0) { _ in false }
    }
  }
}
