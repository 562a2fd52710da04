import Canvas
import Foundation
import TerminalTesting
import Testing
import Workbench

/// How many bytes a key may send over a slow line, whatever it asks for.
@Suite struct ByteBudgetTests {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]

  /// The answers to the key of a walk, in order.
  private func answers(on walk: KeyWalk, _ size: Size) throws -> [TerminalSession.Answer] {
    let workplace = try Workplace()
    if let document = walk.plan.document { try workplace.plant(document) }
    // What goes to the terminal is told apart from what goes to a store by having none.
    let session = try workplace.open(
      environment: walk.needsStore ? [:] : Workplace.withoutStore, rows: size.rows,
      columns: size.columns)
    try session.waitFor(walk.needsStore ? "q quit" : "no store")
    func answer(_ keys: String) throws -> TerminalSession.Answer {
      try session.answer(to: keys, keepsFiles: walk.writesFiles)
    }
    // The remark goes with the first key.
    if !walk.needsStore || !walk.way.isEmpty { _ = try answer("\u{1B}OH" + walk.way) }
    var answers: [TerminalSession.Answer] = []
    for key in try walk.keys {
      if !answers.isEmpty, !walk.between.isEmpty { _ = try answer(walk.between) }
      answers.append(try answer(key))
    }
    return answers
  }

  @Test(arguments: KeyWalk.all, sizes)
  func `a key keeps to its budget and is answered at once`(_ walk: KeyWalk, _ size: Size) throws {
    let answers = try answers(on: walk, size)
    let costs = answers.map(\.bytes.count)
    let median = costs.sorted()[costs.count / 2]
    let budget = walk.budget.bytes(on: size)
    if let excess = walk.excess, let known = excess.bytes[size.columns] {
      #expect(median <= known, "\(costs)")
      withKnownIssue("\(known) bytes instead of \(budget): \(excess.reason.rawValue)") {
        #expect(median <= budget)
      }
    } else {
      #expect(median <= budget, "\(costs)")
    }
    // What ncurses cannot hold at once goes out in two parts.
    let room = (size.rows + 2) * (size.columns + 6)
    #expect(answers.allSatisfy { ($0.writes ?? 1) == 1 || $0.bytes.count > room }, "\(answers)")
  }

  @Test func `every action has a walk, or a reason why not`() {
    let walked = Set(KeyWalk.all.compactMap(\.action))
    let unwalked = Set(KeyWalk.unwalked.keys)
    #expect(walked.isDisjoint(with: unwalked))
    #expect(walked.union(unwalked) == Set(Action.allCases))
  }

  @Test func `a hundred keys typed ahead are drawn in few frames`() throws {
    let workplace = try Workplace()
    let session = try workplace.open(environment: Workplace.withoutStore)
    try session.waitFor("no store")
    let answer = try session.answer(to: String(repeating: "jk", count: 50) + "j")
    #expect(answer.bytes.count <= 600)
    #expect(session.screen.rows[3].hasPrefix(">"))
  }
}
