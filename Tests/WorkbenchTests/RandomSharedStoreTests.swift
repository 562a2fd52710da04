import Interaction
import MemoryStores
import Procurement
import SeededRandom
import Stores
import Testing
import Validation

@testable import Workbench

/// Several users press random keys in sessions at one plan, and are notified now and then.
@Suite struct RandomSharedStoreTests {
  private static let keys: [Key] =
    "jjkkdyauUJKF7B0v /mt1x24\r".map { $0 == "\r" ? Key.enter : Key.character($0) } + [
      .enter, .enter, .escape, .down, .up, .backspace, .tab,
    ]

  /// Users, of whom some have several sessions, and one who comes later.
  private static let users = [["ada", "bo", "cy", "dee"], ["ada", "ada", "bo", "ada"]]

  @Test(arguments: 0..<24, users)
  func `when all users have undone all their steps, the plan is as it was`(
    _ seed: Int, _ users: [String]
  ) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let office = try SharedStoreFixture(users[0], users[1], users[2])
    let first = try office.stored()
    var present = Array(office.robots.indices)
    let keys = [
      "d", "y", "u<Esc>", "U<Esc>", "U<Esc>", "j", "k", "J", "K", "jj", "dd", "JJ", "yd",
      "<Enter><.cost>7<Enter><Esc>", "<Enter><.cost>8<Enter>m<Esc>", "um", "4dyg1", "4jjdyg1",
      "5dy1",
    ]
    for step in 0..<60 {
      // Some of what happens was done before they begin.
      if step == 30 || step % 7 == 6 {
        let user = step == 30 ? 3 : Int(random.next() % 3)
        try office.join(users[user])
        if step == 30 { present.append(0) }
        present[user] = office.robots.count - 1
      }
      office.press(
        present[Int(random.next() % UInt64(present.count))],
        keys[Int(random.next() % UInt64(keys.count))])
      if random.next() % 2 == 0 { office.announce() }
    }
    for _ in 0..<80 {
      office.announce()
      office.press(present[Int(random.next() % UInt64(present.count))], "u<Esc>")
    }
    for robot in office.robots.indices { for _ in 0..<60 { office.press(robot, "u<Esc>") } }
    // A session may have redone what another session of its user had undone.
    for user in Set(users).sorted() {
      try office.join(user)
      for _ in 0..<60 { office.press(office.robots.count - 1, "u<Esc>") }
    }
    office.announce()
    #expect(try office.stored() == first)
    #expect(office.robots.allSatisfy { $0.plan == first })
    #expect(office.robots.allSatisfy { $0.program.journal?.outbox.isEmpty == true })
  }

  @Test(arguments: 0..<24)
  func `all see the same plan in the end, and the journal leads to it`(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let office = try SharedStoreFixture(
      "ada", "bo", "cy", example: ["imaging", "groups"][seed % 2])
    for _ in 0..<400 {
      let robot = Int(random.next() % 3)
      switch random.next() % 12 {
      case 0: office.handle(robot, .notice)
      case 1: office.press(robot, "1jj<Enter><.cost>4<Enter><Esc>")
      case 2 where random.next() % 4 == 0: office.stores[robot].nextError = .noSpace
      default: office.handle(robot, .key(Self.keys.randomElement(using: &random) ?? .enter))
      }
    }
    for robot in office.robots.indices {
      for _ in 0..<8 { office.press(robot, "<Esc>") }
    }
    for _ in 0..<2 { office.announce() }
    let stored = try office.stored()
    for robot in office.robots {
      guard robot.program.journal?.plan == PlanNumber(1) else { continue }
      #expect(robot.plan == stored)
      #expect(robot.program.journal?.outbox.isEmpty == true)
      let fresh = Assessment(stored, against: try Fixture.index())
      #expect(robot.program.assessment.findings == fresh.findings)
      #expect(robot.program.assessment.totals == fresh.totals)
    }
    var replayed = Plan.empty
    var states = [replayed]
    for entry in try office.journal() {
      let fits = entry.step.edits.allSatisfy { replayed.apply($0) }
      #expect(fits)
      states.append(replayed)
    }
    #expect(replayed == stored)
    for entry in try office.journal().reversed() {
      #expect(replayed == states.removeLast())
      let fits = entry.step.edits.reversed().allSatisfy { replayed.apply($0.inverse) }
      #expect(fits)
    }
    #expect(replayed == .empty)
  }
}
