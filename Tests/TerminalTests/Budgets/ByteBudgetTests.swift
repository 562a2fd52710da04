import Canvas
import Foundation
import TerminalTesting
import Testing
import Workbench

/// How many bytes each key may send over a slow line.
@Suite struct ByteBudgetTests {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]

  /// What a key sent, and what it changed on the screen.
  private struct Step {
    let answer: TerminalSession.Answer
    let change: ScreenChange
  }

  /// Types keys, and sees what they change: from the screen before, or from an unknown one.
  private func step(
    _ keys: String, in session: TerminalSession, _ budget: Budget, keepsFiles: Bool = false
  ) throws -> Step {
    let before = budget == .everything ? nil : session.screen
    let answer = try session.answer(to: keys, keepsFiles: keepsFiles)
    return Step(answer: answer, change: ScreenChange(from: before, to: session.screen))
  }

  /// The steps of a walk, in order.
  private func steps(of walk: KeyWalk, _ size: Size) throws -> [Step] {
    let workplace = try Workplace()
    if let document = walk.plan.document { try workplace.plant(document) }
    // Without a store, all that the program writes goes to the terminal and can be counted.
    let session = try workplace.open(
      environment: walk.needsStore ? [:] : Workplace.withoutStore, rows: size.rows,
      columns: size.columns)
    try session.waitFor(walk.needsStore ? "q quit" : "no store")
    // The first key removes the message.
    if !walk.needsStore || !walk.way.isEmpty {
      _ = try session.answer(to: "\u{1B}OH" + walk.way, keepsFiles: walk.writesFiles)
    }
    return try walk.keys.enumerated().map { number, key in
      if number > 0, !walk.between.isEmpty {
        _ = try session.answer(to: walk.between, keepsFiles: walk.writesFiles)
      }
      return try step(key, in: session, walk.budget, keepsFiles: walk.writesFiles)
    }
  }

  @Test(arguments: KeyWalk.all, sizes)
  func `a key sends what it changes, and no more than its budget`(
    _ walk: KeyWalk, _ size: Size
  ) throws {
    let steps = try steps(of: walk, size)
    for step in steps {
      #expect(step.answer.bytes.count <= step.change.bytes, "\(step.change)")
    }
    if let budget = walk.budget.bytes(on: size) {
      let counts = steps.map(\.answer.bytes.count)
      #expect(counts.sorted()[counts.count / 2] <= budget, "\(counts)")
    }
    // ncurses sends an answer that is too large for its buffer in two parts.
    let room = (size.rows + 2) * (size.columns + 6)
    #expect(
      steps.allSatisfy { ($0.answer.writes ?? 1) == 1 || $0.answer.bytes.count > room })
  }

  @Test(arguments: ["j", " ", "*", "d", "/", "s", "c", "T", "f"], sizes)
  func `sending the whole screen exceeds what a key may send`(_ key: String, _ size: Size) throws {
    let workplace = try Workplace()
    let session = try workplace.open(
      environment: Workplace.withoutStore, rows: size.rows, columns: size.columns)
    try session.waitFor("no store")
    _ = try session.answer(to: "jjjjj")
    let change = try step(key, in: session, .page).change
    let whole = try session.answer(to: "\u{C}")
    #expect(whole.bytes.count > change.bytes, "\(change)")
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
