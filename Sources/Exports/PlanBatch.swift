import Parallel
import Procurement
import Validation

/// Plans that are exported together on all cores, with no more lines than memory should hold.
struct PlanBatch: Sendable {
  private struct Entry: Sendable {
    let number: Int
    let source: String
    let plan: Plan

    func assessed(against index: ProgrammeIndex) -> AssessedPlan {
      AssessedPlan(number: number, source: source, assessment: Assessment(plan, against: index))
    }
  }

  private let index: ProgrammeIndex
  /// With so many lines a batch is full. A plan with as many is exported by itself, and its pieces
  /// are written as soon as they are made.
  private let mostLines: Int
  private var entries: [Entry] = []
  private var lines = 0
  /// How many plans it was given in all.
  private(set) var count = 0

  /// No plans yet.
  init(against index: ProgrammeIndex, mostLines: Int = 20_000) {
    self.index = index
    self.mostLines = mostLines
  }

  /// Adds a plan.
  mutating func add(_ plan: Plan, source: String) {
    count += 1
    lines += plan.lines.count
    entries.append(Entry(number: count, source: source, plan: plan))
  }

  /// Whether its plans must be written before another is added.
  var isFull: Bool { lines >= mostLines }

  /// Judges its plans, makes pieces of each, and writes them in the order of the plans.
  mutating func write<Piece: Sendable, Failure: Error>(
    _ make: @escaping @Sendable (AssessedPlan, (Piece) -> Void) -> Void,
    to sink: (Piece) throws(Failure) -> Void
  ) throws(Failure) {
    let (all, index, mostLines) = (entries, index, mostLines)
    (entries, lines) = ([], 0)
    let small = all.filter { $0.plan.lines.count < mostLines }
    let pieces = concurrentMap(small.count) { place in
      var pieces: [Piece] = []
      make(small[place].assessed(against: index)) { pieces.append($0) }
      return pieces
    }
    for piece in pieces.joined() { try sink(piece) }
    // Only the last can be large, since it fills the batch.
    for entry in all where entry.plan.lines.count >= mostLines {
      var failure: Failure?
      make(entry.assessed(against: index)) { piece in
        guard failure == nil else { return }
        do throws(Failure) { try sink(piece) } catch { failure = error }
      }
      if let failure { throw failure }
    }
  }
}
