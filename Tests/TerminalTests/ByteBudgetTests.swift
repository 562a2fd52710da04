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
    let session = try workplace.open()
    try session.waitFor("q quit")
    session.settle()
    let down = try costs(of: Array(repeating: "j", count: 4), in: session)
    #expect(median(down) <= 60, "\(down)")
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
