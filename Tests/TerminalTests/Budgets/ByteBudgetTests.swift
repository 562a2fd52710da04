import Canvas
import Foundation
import TerminalTesting
import Testing
import Workbench

/// Limits on the bytes that each key sends, for slow connections.
@Suite struct ByteBudgetTests {
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)]

  /// The bytes that a key sent, and the change of the screen.
  private struct Step {
    let answer: TerminalSession.Answer
    let change: ScreenChange
  }

  /// Types keys, and measures what they change: from the screen before, or from an unknown one.
  private func step(
    _ keys: String, in session: TerminalSession, _ budget: Budget, keepsFiles: Bool = false
  ) throws -> Step {
    let before = budget == .everything ? nil : session.screen
    let answer = try session.answer(to: keys, keepsFiles: keepsFiles)
    return Step(answer: answer, change: ScreenChange(from: before, to: session.screen))
  }

  /// The steps of a walk, in order.
  private func steps(of walk: KeyWalk, _ size: Size) throws -> [Step] {
    let fixture = try PlanFixture()
    if let document = walk.plan.document { try fixture.replace(with: document) }
    // Without a store, everything that the program writes goes to the terminal and can be counted.
    let session = try fixture.open(
      environment: walk.needsStore ? [:] : PlanFixture.withoutStore, rows: size.rows,
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
  func `a key sends no more than its change needs and its budget allows`(
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
  func `redrawing the whole screen exceeds every key's limit`(_ key: String, _ size: Size) throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(
      environment: PlanFixture.withoutStore, rows: size.rows, columns: size.columns)
    try session.waitFor("no store")
    _ = try session.answer(to: "jjjjj")
    let change = try step(key, in: session, .page).change
    let whole = try session.answer(to: "\u{C}")
    #expect(whole.bytes.count > change.bytes, "\(change)")
  }

  @Test func `every action has a walk, or a reason for having none`() {
    let walked = Set(KeyWalk.all.compactMap(\.action))
    let unwalked = Set(KeyWalk.unwalked.keys)
    #expect(walked.isDisjoint(with: unwalked))
    #expect(walked.union(unwalked) == Set(Action.allCases))
  }

  @Test func `a hundred keys typed ahead are drawn in a few frames`() throws {
    let fixture = try PlanFixture()
    let session = try fixture.open(environment: PlanFixture.withoutStore)
    try session.waitFor("no store")
    let answer = try session.answer(to: String(repeating: "jk", count: 50) + "j")
    #expect(answer.bytes.count <= 600)
    #expect(session.screen.rows[3].hasPrefix(">"))
  }
}
