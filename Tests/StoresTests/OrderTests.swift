import Procurement
import SeededRandom
import Stores
import Testing

/// The order of lines, funds and groups when several sessions edit one plan and undo their steps.
struct OrderTests {
  /// A session and its steps that are not undone.
  private struct Session {
    var number: Int
    var steps: [(edits: [Edit], places: Range<Int>)] = []
  }

  /// A shared plan, and the changes of its lists.
  private final class Shared {
    var plan: Plan
    var places = PlaceHistory()

    init(plan: Plan) { self.plan = plan }

    /// Applies edits made on an earlier plan; returns the edits as applied, or nil if they conflict
    /// with others'.
    func apply(
      _ edits: [Edit], since moment: Int
    ) -> (edits: [Edit], places: Range<Int>)? {
      let rebase = Rebase(edits, onto: plan, meantFor: Rebase.Base(places, since: moment))
      guard rebase.conflicts.isEmpty else { return nil }
      let before = places.count
      for edit in rebase.all {
        guard plan.exact(edit) == edit, plan.apply(edit) else { return nil }
      }
      places.note(rebase.all)
      return (rebase.all, before..<places.count)
    }
  }

  private static let sessions = 3

  private static func start() -> Plan {
    var plan = Plan.empty
    plan.lines = PlanLines((1...15).map { PlanLine(id: "L\($0)", service: "core.maternity") })
    plan.funds = (1...9).map { Fund(id: "F\($0)", name: "F\($0)", pays: .either) }
    plan.groups = (1...9).map {
      BuyingGroup(id: "G\($0)", name: "G\($0)", facility: "bt", members: [])
    }
    return plan
  }

  /// An edit by a session. Each session moves and removes only its own lines, and moves a line once
  /// until that is undone. The lines' neighbours are those of others.
  private static func edit(
    _ session: Int, _ plan: Plan, moved: Set<String>, _ random: inout SplitMix64
  ) -> Edit? {
    func own<Element>(_ list: some Collection<Element>, _ id: (Element) -> String) -> Int? {
      let places = list.enumerated().filter { _, element in
        (Int(id(element).dropFirst()) ?? 0) % sessions == session && id(element).first != "C"
      }
      return places.randomElement(using: &random)?.offset
    }
    let place = Int.random(in: 0...plan.lines.count, using: &random)
    switch random.next() % 8 {
    case 0, 1: return own(plan.lines, \.id).map { .remove(plan.lines[$0], at: $0) }
    case 2, 3:
      guard let old = own(plan.lines, \.id), !moved.contains(plan.lines[old].id) else { return nil }
      return .move(line: plan.lines[old].id, from: old, to: max(0, place - 1))
    case 4, 5:
      return .insert(PlanLine(id: "C\(random.next())", service: "core.maternity"), at: place)
    case 6: return own(plan.funds, \.id).map { .fund(at: $0, from: plan.funds[$0], to: nil) }
    default: return own(plan.groups, \.id).map { .group(at: $0, from: plan.groups[$0], to: nil) }
    }
  }

  private static func edits(
    _ session: Int, _ plan: Plan, moved: Set<String> = [], _ random: inout SplitMix64
  ) -> [Edit] {
    var plan = plan
    var moved = moved
    var edits: [Edit] = []
    for _ in 0...random.next() % 3 {
      guard let edit = edit(session, plan, moved: moved, &random), plan.apply(edit) else {
        continue
      }
      if case .move(line: let id, from: _, to: _) = edit { moved.insert(id) }
      edits.append(edit)
    }
    return edits
  }

  @Test(arguments: 1...200)
  func `undoing all steps restores the plan and its order`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let first = OrderTests.start()
    let shared = Shared(plan: first)
    var sessions = (0..<OrderTests.sessions).map { Session(number: $0) }
    // Each session edits the plan that it knew some steps ago.
    var known = Array(repeating: (plan: first, moment: 0), count: sessions.count)
    for _ in 0..<40 {
      let number = Int(random.next() % UInt64(sessions.count))
      if random.next() % 4 == 0, let step = sessions[number].steps.popLast() {
        let inverses = step.edits.reversed().map(\.inverse)
        #expect(shared.apply(inverses, since: step.places.upperBound) != nil)
        known[number] = (shared.plan, shared.places.count)
        continue
      }
      let moved = sessions[number].steps.flatMap(\.edits).compactMap { edit in
        if case .move(line: let id, from: _, to: _) = edit { id } else { nil }
      }
      let edits = OrderTests.edits(
        number, known[number].plan, moved: Set(moved), &random)
      let done = try #require(shared.apply(edits, since: known[number].moment))
      sessions[number].steps.append(done)
      known[number] = (shared.plan, shared.places.count)
    }
    while let number = sessions.indices.filter({ !sessions[$0].steps.isEmpty })
      .randomElement(using: &random)
    {
      let step = sessions[number].steps.removeLast()
      let inverses = step.edits.reversed().map(\.inverse)
      #expect(shared.apply(inverses, since: step.places.upperBound) != nil)
    }
    #expect(shared.plan == first)
  }

  @Test(arguments: 1...100)
  func `a single session gets the same order as a plan in memory`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var serial = OrderTests.start()
    let shared = Shared(plan: serial)
    var done: [(edits: [Edit], places: Range<Int>)] = []
    var undone: [(edits: [Edit], places: Range<Int>)] = []
    for _ in 0..<60 {
      switch random.next() % 4 {
      case 0:
        guard let step = done.popLast() else { continue }
        let inverses = step.edits.reversed().map(\.inverse)
        for edit in inverses { serial.apply(edit) }
        #expect(shared.apply(inverses, since: step.places.upperBound) != nil)
        undone.append(step)
      case 1:
        guard let step = undone.popLast() else { continue }
        for edit in step.edits { serial.apply(edit) }
        #expect(shared.apply(step.edits, since: step.places.lowerBound) != nil)
        done.append(step)
      default:
        let edits = OrderTests.edits(0, serial, &random)
        for edit in edits { serial.apply(edit) }
        done.append(try #require(shared.apply(edits, since: shared.places.count)))
        undone = []
      }
      #expect(shared.plan == serial)
    }
  }

  @Test func `a step after others' steps keeps its neighbours`() throws {
    let first = OrderTests.start()
    let shared = Shared(plan: first)
    _ = try #require(shared.apply([.insert(PlanLine(id: "N", service: ""), at: 2)], since: 0))
    _ = try #require(shared.apply([.move(line: "L9", from: 9, to: 0)], since: shared.places.count))
    // Intended: below L5, and L12 to between L2 and L3.
    let edits: [Edit] = [
      .insert(PlanLine(id: "M", service: ""), at: 5), .move(line: "L12", from: 12, to: 2),
    ]
    _ = try #require(shared.apply(edits, since: 0))
    #expect(
      shared.plan.lines.map(\.id) == [
        "L9", "L1", "L2", "L12", "N", "L3", "L4", "L5", "M", "L6", "L7", "L8", "L10", "L11", "L13",
        "L14", "L15",
      ])
  }
}
