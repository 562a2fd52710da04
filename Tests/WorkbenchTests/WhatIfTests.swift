import Canvas
import Interaction
import MemoryStores
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// Trying changes out, and scaling amounts.
@Suite struct WhatIfTests {
  @Test func `Esc before quitting carries on with what is tried out`() throws {
    var robot = try Robot()
    robot.press("!d")
    let tried = robot.plan
    robot.press("q")
    #expect(robot.words.contains("c carry on (Esc)"))
    robot.press("<Esc>")
    #expect(robot.program.isTryingOut && robot.plan == tried && robot.effects != [.finish])
  }

  @Test func `what if capital falls by 20 per cent is answered in under 12 keys`() throws {
    var robot = try Robot()
    let before = robot.program.assessment.totals.all.unfunded
    let keys = "!%<Down><Enter>-20<Enter>"
    #expect(KeyScript.keys(keys).count < 12)
    robot.press(keys)
    let after = robot.program.assessment.totals.all.unfunded
    #expect(after > before)
    #expect(
      robot.screen.contains("unfunded \(before.grouped) → \(after.grouped)"), "\(robot.screen)")
  }

  @Test func `a prompt with a long name leaves room to type on a narrow screen`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.handle(0, .resize(Size(rows: 12, columns: 40)))
    shared.press(0, "%<Down><Enter>-2")
    #expect(shared.robots[0].bottom.hasSuffix("-2"))
    let cursor = try #require(shared.robots[0].canvas.cursor)
    #expect((28..<40).contains(cursor.column))
    shared.press(0, "<Esc><Esc>Sy")
    shared.handle(0, .paste(String(repeating: "x", count: 100)))
    shared.press(0, "<Enter>jd")
    #expect(shared.robots[0].bottom.hasPrefix("delete for good? type `xx"))
  }

  @Test func `what is tried out is stored only once it is kept, as one step`() throws {
    let shared = try SharedStoreFixture("ada")
    let before = try shared.journal().count
    shared.press(0, "!d%<Down><Enter>-20<Enter>")
    #expect(try shared.journal().count == before)
    #expect(try shared.stored() == Fixture.plan("imaging"))
    shared.press(0, "!<Enter>")
    #expect(try shared.journal().count == before + 1)
    #expect(try shared.stored() == shared.robots[0].plan)
    shared.press(0, "u")
    #expect(try shared.stored() == Fixture.plan("imaging"))
  }

  @Test func `what is dropped is gone at once, and redoing brings it back`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "!d%<Down><Enter>-20<Enter>")
    let tried = shared.robots[0].plan
    shared.press(0, "!<Esc>")
    #expect(try shared.robots[0].plan == Fixture.plan("imaging"))
    #expect(shared.robots[0].program.journal?.outbox.isEmpty == true)
    shared.press(0, "U")
    #expect(try shared.robots[0].plan == tried && shared.stored() == tried)
  }

  @Test func `without a store what is tried out is kept and dropped in the same way`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("d!dd!<Esc>")
    #expect(robot.plan.lines.count == before.lines.count - 1)
    robot.press("U")
    #expect(robot.plan.lines.count == before.lines.count - 3)
    robot.press("uu")
    #expect(robot.plan == before)
    robot.press("!dd!<Enter>u")
    #expect(robot.plan == before)
  }

  @Test func `undoing stops where trying out began`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "d")
    let before = shared.robots[0].plan
    shared.press(0, "!ddu")
    #expect(shared.robots[0].plan.lines.count == before.lines.count - 1)
    shared.press(0, "uu")
    #expect(shared.robots[0].plan == before)
    #expect(shared.robots[0].bottom.contains("nothing is tried out yet"))
    shared.press(0, "!")
    #expect(shared.robots[0].bottom == "nothing was tried out; the plan is as before")
    shared.press(0, "u")
    #expect(try shared.stored() == Fixture.plan("imaging"))
  }

  @Test func `where another user froze the plan, what is tried out can be dropped and not kept`()
    throws
  {
    let shared = try SharedStoreFixture("ada", "bob")
    shared.press(0, "!d")
    let tried = shared.robots[0].plan
    shared.press(1, "F")
    shared.announce()
    shared.press(0, "!<Enter>")
    #expect(shared.robots[0].words.contains("not kept: another user has frozen the plan"))
    #expect(shared.robots[0].plan == tried && shared.robots[0].program.isTryingOut)
    shared.press(0, "!<Esc>")
    #expect(try shared.robots[0].plan == Fixture.plan("imaging"))
    #expect(!shared.robots[0].program.isTryingOut)
    shared.press(1, "F")
    shared.announce()
    shared.press(0, "U")
    #expect(try shared.stored() == tried)
  }

  @Test func `what is kept as another user freezes the plan can be redone later`() throws {
    let shared = try SharedStoreFixture("ada", "bob")
    shared.press(0, "!d")
    let tried = shared.robots[0].plan
    shared.press(1, "F")
    // Ada has not heard of it.
    shared.press(0, "!<Enter>")
    #expect(shared.robots[0].words.contains("not done: what if: "))
    shared.press(1, "F")
    shared.announce()
    shared.press(0, "U")
    #expect(try shared.stored() == tried)
  }

  @Test(arguments: [40, 60, 80, 100, 120, 200])
  func `the sums that are shown of what is tried out add up`(_ columns: Int) throws {
    var robot = try Robot(size: Size(rows: 24, columns: columns))
    robot.press("!%<Down><Enter>-20<Enter>j")
    let totals = robot.rows[robot.program.layout.totals].joined(separator: " ")
      .split(separator: " ").map(String.init)
    for side in 0..<2 {
      func sum(_ title: String) -> Int? {
        guard let place = totals.firstIndex(of: title), place + 1 < totals.count else { return nil }
        let isChanged = place + 3 < totals.count && totals[place + 2] == "→"
        return Int(totals[place + (isChanged && side == 1 ? 3 : 1)].filter(\.isNumber))
      }
      let unfunded = try #require(sum("unfunded"), "\(robot.screen)")
      if let trust = sum("trust") {
        #expect(trust == (try #require(sum("covered"))) + unfunded, "\(robot.screen)")
        if let cost = sum("cost") { #expect(cost == (try #require(sum("programme"))) + trust) }
      } else {
        #expect(sum("covered") == nil && columns < 80, "\(robot.screen)")
      }
    }
  }

  @Test func `changes by other sessions come in while changes are tried out`() throws {
    let shared = try SharedStoreFixture("ada", "bob")
    shared.press(0, "!%<Down><Enter>-20<Enter>")
    shared.press(1, "Gd")
    shared.announce()
    let removed = try shared.stored()
    #expect(shared.robots[0].plan.lines == removed.lines)
    shared.press(0, "!<Esc>")
    #expect(shared.robots[0].plan == removed)
    shared.press(0, "!%<Down><Enter>-20<Enter>!<Enter>")
    shared.announce()
    #expect(try shared.robots[0].plan == shared.stored())
    #expect(shared.robots[1].plan == shared.robots[0].plan)
  }

  @Test func `nothing leaves the plan while changes are tried out`() throws {
    let shared = try SharedStoreFixture("ada")
    shared.press(0, "!d")
    for key in ["w", "F", "v"] {
      shared.press(0, key)
      #expect(shared.robots[0].bottom.contains("only tried out"), "\(key)")
    }
    shared.press(0, "q")
    #expect(shared.robots[0].bottom.contains("what was tried out"))
    shared.press(0, "c0")
    #expect(try shared.stored() == Fixture.plan("imaging"))
  }

  @Test func `the costs of all marked lines are scaled as one step`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("jjjjjjj  %<Enter>+10<Enter>")
    for (old, new) in zip(before.lines, robot.plan.lines) {
      for amount in old.cost.amounts {
        let isMarked = [before.lines[7].id, before.lines[8].id].contains(old.id)
        let scaled = Percentage.tenMore.applied(to: amount.money)
        #expect(new.cost[amount.year, amount.kind] == (isMarked ? scaled : amount.money))
      }
    }
    robot.press("u")
    #expect(robot.plan == before)
  }

  @Test(arguments: [
    ("-20", 100, 80), ("+5 %", 100, 105), ("-20%", 99, 79), ("+2.5", 1000, 1025), ("−100", 7, 0),
    ("+0.05", 10_000, 10_005), ("-0.5", 1, 1),
  ])
  func `a percentage is applied to the nearest penny`(_ text: String, _ old: Int, _ new: Int) throws
  {
    #expect(try Percentage(text).applied(to: Money(pence: Int64(old))) == Money(pence: Int64(new)))
  }

  @Test(arguments: ["20", "", "-", "-x", "-1.234", "+1000.01", "-100.01", "+99999999999999999999"])
  func `what is no change in per cent is refused`(_ text: String) {
    #expect(throws: FieldFault.self) { try Percentage(text) }
  }

  @Test func `an amount that becomes too large is refused`() throws {
    #expect(try Percentage("+1000").applied(to: Money(pence: .max)) == nil)
    #expect(try Percentage("+0").applied(to: Money(pence: .max)) == Money(pence: .max))
  }

  @Test(arguments: ScreenTests.sizes)
  func `the totals of what is tried out look as they were kept`(_ size: Size) throws {
    var robot = try Robot(size: size)
    robot.press("!%<Down><Enter>-20<Enter>")
    try expectGolden(robot.screen, "what-if-\(size.columns)x\(size.rows)")
  }
}

extension Percentage {
  fileprivate static var tenMore: Percentage {
    guard let percentage = try? Percentage("+10") else { fatalError("+10 is a percentage") }
    return percentage
  }
}
