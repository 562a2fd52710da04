import PlanGenerators
import Procurement
import RelationalStores
import SQLiteStores
import SeededRandom
import Stores
import Testing

/// Random plans and random edits of them.
struct PropertyTests {
  @Test(arguments: 1...12)
  func `a store holds the same as a plan in memory`(_ seed: UInt64) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let author = Author(user: 1, name: "ada", host: "here", session: "a")
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    var edits = EditGenerator(seed: seed)
    var stored = try store.create(edits.plans.plan(), .sample, for: nil)
    let first = stored.plan
    for _ in 0..<40 {
      var step = Step(title: "step", edits: [])
      var plan = stored.plan
      for _ in 0..<edits.plans.random.number(1...4) {
        let edit = edits.exactEdit(of: plan)
        guard plan.apply(edit) else { continue }
        step.edits.append(edit)
      }
      _ = try store.append(step, after: stored)
      stored.head += 1
      stored.plan = plan
      #expect(try store.load(stored.number) == stored)
      let misfit = Step(title: "misfit", edits: [edits.misfit(in: plan)])
      #expect(throws: StoreError.unfit) { try store.append(misfit, after: stored) }
    }
    #expect(try store.check() == [])
    var plan = stored.plan
    for entry in try store.entries(of: stored.number, after: 1).reversed() {
      for edit in entry.step.edits.reversed() {
        let fits = plan.apply(edit.inverse)
        #expect(fits)
      }
    }
    #expect(plan == first)
  }

  @Test func `lines can be inserted between two others without end`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let author = Author(user: 1, name: "ada", host: "here", session: "a")
    let store = try SQLiteStore(path: scratch.path("plans"), author: author)
    var stored = try store.create(.sample, .sample, for: nil)
    // A gap is halved forty times until it is gone.
    var step = Step(title: "many", edits: [])
    for number in 0..<60 {
      step.edits.append(.insert(PlanLine(id: "M\(number)", service: ""), at: 1))
    }
    for _ in 0..<60 {
      step.edits.append(.move(line: "L3", from: 62, to: 1))
      step.edits.append(.move(line: "M59", from: 2, to: 1))
      step.edits.append(.move(line: "L3", from: 2, to: 62))
    }
    let few = Step(title: "few", edits: step.edits.prefix(60).reversed().map(\.inverse))
    let alone = Step(title: "alone", edits: [.remove(PlanLine(id: "L3", service: "future"), at: 2)])
    let again = Step(title: "again", edits: Array(step.edits.prefix(60)))
    for step in [step, few, alone, again, few, again] {
      for edit in step.edits { stored.plan.apply(edit) }
      _ = try store.append(step, after: stored)
      stored.head += 1
      #expect(try store.load(stored.number).plan == stored.plan)
    }
  }
}

extension EditGenerator {
  /// An edit that can be inverted: its old values are the plan's.
  fileprivate mutating func exactEdit(of plan: Plan) -> Edit {
    switch edit(of: plan) {
    case .fund(at: _, from: let old?, to: let new):
      .fund(at: plan.funds.firstIndex { $0.id == old.id } ?? 0, from: old, to: new)
    case .group(at: _, from: let old?, to: let new):
      .group(at: plan.groups.firstIndex { $0.id == old.id } ?? 0, from: old, to: new)
    case let edit: edit
    }
  }
}
