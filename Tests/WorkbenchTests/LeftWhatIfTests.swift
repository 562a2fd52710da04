import Canvas
import Interaction
import Procurement
import Stores
import Testing

@testable import Workbench

/// What is tried out when a session ends, in whatever way.
@Suite struct LeftWhatIfTests {
  /// What the session asks to be kept of what is tried out, in order.
  private func kept(_ effects: [Effect]) -> [UnsavedPlan?] {
    effects.compactMap { effect -> UnsavedPlan?? in
      if case .keepWhatIf(let plan) = effect { .some(plan) } else { nil }
    }
  }

  @Test(arguments: [false, true])
  func `each step that is tried out is kept at once, and none after the end`(_ isKept: Bool) throws
  {
    let shared = try SharedStoreFixture("ada")
    let before = shared.robots[0].plan
    shared.press(0, "!")
    #expect(kept(shared.robots[0].effects).isEmpty)
    shared.press(0, "d")
    #expect(
      kept(shared.robots[0].effects).last == UnsavedPlan(plan: shared.robots[0].plan, base: before))
    shared.press(0, "du")
    #expect(kept(shared.robots[0].effects).count == 3)
    #expect(
      kept(shared.robots[0].effects).last
        == UnsavedPlan(plan: shared.robots[0].plan, base: before))
    shared.press(0, isKept ? "!k" : "!d")
    #expect(kept(shared.robots[0].effects).last == .some(nil))
    #expect(kept(shared.robots[0].effects).count == 4)
  }

  @Test func `what is tried out is no unsaved change when the terminal goes away`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "!d")
    shared.handle(0, .hangUp(.terminalGone))
    #expect(
      !shared.robots[0].effects.contains { if case .keepUnsaved = $0 { true } else { false } })
    #expect(
      shared.robots[0].program.whatIsKept
        == "everything is in the store; what was tried out is offered when the plan is next opened")
    var robot = try Robot()
    robot.press("d")
    let edited = robot.plan
    robot.press("!d")
    robot.handle(.hangUp(.terminalGone))
    #expect(
      robot.effects.suffix(2) == [
        .keepUnsaved(edited, replacing: false),
        .keepWhatIf(UnsavedPlan(plan: robot.plan, base: edited)),
      ])
  }

  private func left() throws -> (plan: Plan, tried: UnsavedPlan) {
    let plan = try Fixture.plan("imaging")
    var tried = plan
    tried.lines.removeLast()
    return (plan, UnsavedPlan(plan: tried, base: plan))
  }

  @Test func `what was tried out is taken up as a what-if, and enters the plan once it is kept`()
    throws
  {
    let (plan, tried) = try left()
    let shared = try SharedStoreFixture("bob")
    try shared.join("ada", whatIf: tried)
    #expect(shared.robots[1].words.contains("an earlier session tried changes out (1 edit):"))
    #expect(shared.robots[1].plan == plan)
    shared.press(1, "t")
    #expect(shared.robots[1].plan == tried.plan && shared.robots[1].program.isTryingOut)
    #expect(try shared.stored() == plan)
    let effects = shared.robots[1].effects
    let place = try #require(effects.firstIndex(of: .discardWhatIf))
    #expect(kept(Array(effects[..<place])) == [tried])
    shared.press(1, "!<Enter>")
    #expect(try shared.stored() == tried.plan)
  }

  @Test func `what was tried out goes on top of what others have changed since`() throws {
    let (plan, tried) = try left()
    let shared = try SharedStoreFixture("bob")
    shared.press(0, "d")
    try shared.join("ada", whatIf: tried)
    shared.press(1, "t")
    #expect(shared.robots[1].plan.lines.count == plan.lines.count - 2)
    shared.press(1, "!<Esc>")
    #expect(try shared.robots[1].plan == shared.stored())
  }

  @Test func `what others have changed since is not overwritten by what was tried out`() throws {
    let plan = try Fixture.plan("imaging")
    var tried = plan
    tried.apply(tried.setting(.notes("mine"), at: 0))
    tried.apply(tried.setting(.notes("mine too"), at: 1))
    let shared = try SharedStoreFixture("bob")
    shared.press(0, "<Enter><.notes><Enter>theirs<Enter>")
    let stored = try shared.stored()
    #expect(stored.lines[0].notes == "theirs")
    for (key, notes) in [("t", "theirs"), ("m", "mine")] {
      try shared.join("ada", whatIf: UnsavedPlan(plan: tried, base: plan))
      let last = shared.robots.count - 1
      shared.press(last, "t")
      #expect(shared.robots[last].words.contains("others have changed the same since"))
      #expect(shared.robots[last].plan.lines[1].notes == "mine too")
      #expect(!shared.robots[last].effects.contains(.discardWhatIf))
      shared.press(last, key)
      #expect(shared.robots[last].effects.contains(.discardWhatIf))
      #expect(shared.robots[last].plan.lines[0].notes == notes)
      #expect(try shared.stored() == stored)
      shared.press(last, "!<Esc>")
    }
    // Nor by redoing what was dropped.
    try shared.join("ada", whatIf: UnsavedPlan(plan: tried, base: plan))
    let last = shared.robots.count - 1
    shared.press(last, "dU")
    #expect(shared.robots[last].plan.lines[0].notes == "theirs")
    #expect(shared.robots[last].plan.lines[1].notes == "mine too")
  }

  @Test func `what was tried out on a line that is gone is named`() throws {
    let plan = try Fixture.plan("imaging")
    var tried = plan
    for place in 0...1 { tried.apply(tried.setting(.notes("mine"), at: place)) }
    let shared = try SharedStoreFixture("bob")
    shared.press(0, "d")
    try shared.join("ada", whatIf: UnsavedPlan(plan: tried, base: plan))
    shared.press(1, "t")
    #expect(shared.robots[1].plan.lines[0].notes == "mine")
    #expect(shared.robots[1].words.contains("removed since: L1"))
  }

  @Test func `what was tried out can be dropped, and is offered again until it is`() throws {
    let (plan, tried) = try left()
    var robot = Robot(plan, whatIf: tried, index: try Fixture.index())
    robot.press("c")
    #expect(robot.plan == plan && robot.effects.isEmpty)
    #expect(robot.bottom == "it is offered again when the plan is next opened")
    robot = Robot(plan, whatIf: tried, index: try Fixture.index())
    robot.press("d")
    #expect(robot.plan == plan && robot.effects == [.discardWhatIf])
    #expect(robot.bottom.hasPrefix("dropped what was tried out; `U`"))
    robot.press("U")
    #expect(robot.plan == tried.plan)
  }

  @Test func `what was tried out on a frozen plan is offered and stays`() throws {
    let (plan, tried) = try left()
    let shared = try SharedStoreFixture("bob")
    shared.press(0, "F")
    try shared.join("ada", whatIf: tried)
    shared.press(1, "t")
    #expect(shared.robots[1].words.contains("not taken up: the plan is frozen"))
    #expect(shared.robots[1].plan == plan && !shared.robots[1].effects.contains(.discardWhatIf))
  }

  @Test func `that what is tried out cannot be kept is said once`() throws {
    var robot = try Robot()
    robot.press("!d")
    robot.receive(.whatIfKept(failure: "the disk is full"))
    #expect(robot.bottom == "kept for this session only: the disk is full")
    robot.press("d")
    robot.receive(.whatIfKept(failure: "the disk is full"))
    #expect(!robot.bottom.contains("disk"))
    robot.handle(.hangUp(.terminalGone))
    #expect(robot.program.whatIsKept.hasSuffix("could not be kept: the disk is full"))
  }
}
