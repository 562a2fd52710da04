import Canvas
import Procurement
import Testing

@testable import Workbench

/// A document that another program changed: line by line the user decides what to accept.
@Suite struct MergingTests {
  private func changed(_ edits: (Plan) -> [Edit]) throws -> (Plan, Plan) {
    let base = try Fixture.plan("imaging")
    var theirs = base
    for edit in edits(base) { theirs.apply(edit) }
    return (base, theirs)
  }

  @Test func `what only one side changed is decided, what both changed is asked`() throws {
    let (base, theirs) = try changed { plan in
      [
        .set(line: "L1", from: .notes(nil), to: .notes("theirs")),
        .set(line: "L2", from: .notes(nil), to: .notes("theirs")),
        .remove(plan.lines[2], at: 2),
      ]
    }
    var robot = try Robot()
    robot.press("d<Enter>")
    robot.press("<Esc>jjd")
    let mine = robot.plan
    #expect(mine.index(ofLine: "L1") == nil && mine.index(ofLine: "L4") == nil)
    robot.receive(.documentChanged(ChangedDocument(theirs: theirs, base: base)))
    guard let merge = robot.program.panes.top as? Merge else {
      Issue.record("nothing is asked")
      return
    }
    let sides = Dictionary(uniqueKeysWithValues: merge.differences.map { ($0.title, $0.side) })
    #expect(sides == ["L1": nil, "L2": .theirs, "L3": .theirs, "L4": .mine])
    robot.press("<Enter>")
    #expect(robot.bottom.contains("L1 is undecided"))
    robot.press("t<Enter>")
    #expect(robot.plan.lines[0].notes == "theirs")
    #expect(robot.plan.index(ofLine: "L3") == nil && robot.plan.index(ofLine: "L4") == nil)
    #expect(robot.effects.last == .write(robot.plan, over: .changed))
    robot.press("u")
    #expect(robot.plan == mine)
  }

  @Test func `money of mine cannot stay in a year that the document has removed`() throws {
    let base = try Fixture.plan("imaging")
    let year = try #require(base.header.years.last)
    var theirs = base
    theirs.header.years.removeLast()
    for place in theirs.lines.indices {
      for kind in CostKind.allCases { theirs.lines[place].cost[year, kind] = .zero }
    }
    for place in theirs.funds.indices { theirs.funds[place].available[year] = nil }
    var robot = try Robot()
    robot.program.carryOut("notes", [.set(line: "L1", from: .notes(nil), to: .notes("mine"))])
    let mine = robot.plan
    robot.receive(.documentChanged(ChangedDocument(theirs: theirs, base: base)))
    let years = base.header.years.map(\.description).joined(separator: ", ")
    #expect((robot.program.panes.top as? Merge)?.differences[0].mine.hasSuffix(years) == true)
    for _ in 0..<30 { robot.press("m") }
    robot.press("<Home>t<Enter>")
    #expect(robot.words.contains("there would be money in \(year)"))
    #expect(robot.plan == mine && robot.program.panes.top is Merge)
    for _ in 0..<30 { robot.press("t") }
    robot.press("<Enter>")
    #expect(robot.plan.header == theirs.header && robot.plan.yearOutside == nil)
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120)])
  func `of one difference both values are shown`(_ size: Size) throws {
    let (base, theirs) = try changed { _ in
      [.set(line: "L1", from: .notes(nil), to: .notes("theirs"))]
    }
    var robot = try Robot(size: size)
    robot.press("d")
    robot.receive(.documentChanged(ChangedDocument(theirs: theirs, base: base)))
    #expect(robot.rows.contains { $0.hasPrefix("mine:   not there") })
    #expect(robot.rows.contains { $0.hasPrefix("theirs: ") })
  }

  @Test func `mine stays where it is chosen, and Esc changes nothing`() throws {
    let (base, theirs) = try changed { _ in
      [.set(line: "L1", from: .notes(nil), to: .notes("theirs"))]
    }
    var robot = try Robot()
    robot.press("d")
    let mine = robot.plan
    let document = ChangedDocument(theirs: theirs, base: base)
    robot.receive(.documentChanged(document))
    robot.press("<Esc>")
    #expect(robot.plan == mine && robot.program.panes.isEmpty)
    robot.receive(.documentChanged(document))
    robot.press("m<Enter>")
    #expect(robot.plan == mine)
  }

  @Test func `without a state that both had everything is asked`() throws {
    let (_, theirs) = try changed { _ in
      [.set(line: "L2", from: .notes(nil), to: .notes("theirs"))]
    }
    var robot = try Robot()
    robot.press("d")
    robot.receive(.documentChanged(ChangedDocument(theirs: theirs, base: nil)))
    #expect(robot.rows.filter { $0.contains("?      L") }.count == 2)
  }

  @Test func `what another session changes during the comparison stays`() throws {
    let (base, theirs) = try changed { _ in
      [
        .set(line: "L1", from: .notes(nil), to: .notes("theirs")),
        .set(line: "L3", from: .notes(nil), to: .notes("theirs")),
      ]
    }
    let office = try SharedStoreFixture("ada", "bo")
    office.receive(0, .documentChanged(ChangedDocument(theirs: theirs, base: base)))
    office.press(1, "j<Enter><.cost>5<Enter><Esc>jj<Enter><.cost>5<Enter><Esc>")
    office.press(1, "k<Enter><.cost>5<Enter><Esc>")
    office.announce()
    let bos = try office.stored()
    office.press(0, "<Enter>")
    #expect(office.robots[0].bottom.contains("another session has changed L3; look again"))
    office.press(0, "<Enter>")
    #expect(office.robots[0].bottom.contains("L3 is undecided"))
    office.press(0, "m<Enter>")
    var merged = bos
    merged.apply(.set(line: "L1", from: .notes(nil), to: .notes("theirs")))
    #expect(try office.stored() == merged)
    #expect(bos.lines[1] != base.lines[1] && bos.lines[2] != base.lines[2])
  }
}
