import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Writing, quitting, and what happens when the world interrupts.
@Suite struct SessionTests {
  @Test func `quitting an unchanged plan asks nothing`() throws {
    var robot = try Robot()
    robot.press("q")
    #expect(robot.effects == [.finish])
  }

  @Test func `quitting with unwritten work asks, and can write first`() throws {
    var robot = try Robot()
    robot.press("dq")
    #expect(robot.effects.isEmpty)
    #expect(robot.bottom.hasPrefix("not written:"))
    robot.press("w")
    #expect(robot.effects == [.write(robot.plan, overwriting: false)])
    robot.receive(.written(name: "plan.yaml"))
    #expect(robot.effects.last == .finish)
  }

  @Test func `a question is left with c, Esc or Ctrl-C and nothing happens`() throws {
    for key in ["c", "<Esc>", "<C-c>"] {
      var robot = try Robot()
      robot.press("dq" + key)
      #expect(robot.effects.isEmpty)
      #expect(robot.program.context == .plan)
    }
  }

  @Test func `a plan that was written is unmodified, and modified again after undo`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.written(name: "plan.yaml"))
    #expect(!robot.program.isModified)
    robot.press("u")
    #expect(robot.program.isModified)
    robot.press("U")
    #expect(!robot.program.isModified)
  }

  @Test func `a document that changed on disk is only overwritten when asked`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.changedOnDisk)
    #expect(robot.bottom.contains("changed on disk"))
    robot.press("o")
    #expect(robot.effects.last == .write(robot.plan, overwriting: true))
  }

  @Test func `a document with comments is only written without them when asked`() throws {
    let index = try Fixture.index()
    var robot = Robot(try Fixture.plan("imaging"), losesComments: true, index: index)
    robot.press("dw")
    #expect(robot.bottom.contains("comments are not kept"))
    robot.press("c")
    #expect(robot.effects.isEmpty)
    robot.press("ww")
    #expect(robot.effects == [.write(robot.plan, overwriting: false)])
    robot.receive(.written(name: "plan.yaml"))
    robot.press("uw")
    #expect(robot.effects.count == 2)
  }

  @Test func `a failure to write is said and the plan stays modified`() throws {
    var robot = try Robot()
    robot.press("dw")
    robot.receive(.failed("no room left"))
    #expect(robot.bottom == "no room left")
    #expect(robot.program.isModified)
  }

  @Test func `a plan without a document asks for a name`() throws {
    let index = try Fixture.index()
    var robot = Robot(try Fixture.plan("imaging"), name: nil, index: index)
    robot.press("wnew.yaml<Enter>")
    #expect(robot.effects == [.writeNew(robot.plan, name: "new.yaml")])
  }

  @Test func `a hang-up keeps unwritten work, be it only what is being typed`() throws {
    var untouched = try Robot()
    untouched.handle(.hangUp(.terminalGone))
    #expect(untouched.effects.isEmpty)
    var robot = try Robot()
    robot.press("<Enter>jjjjj42")
    robot.handle(.hangUp(.terminalGone))
    #expect(robot.effects == [.keep(robot.plan)])
    #expect(robot.plan.lines[0].cost.amounts.first?.money == Money(pence: 4200))
  }

  @Test func `work of an earlier session is offered, taken up, thrown away or left`() throws {
    let index = try Fixture.index()
    let plan = try Fixture.plan("imaging")
    var kept = plan
    kept.lines.removeLast()
    var robot = Robot(plan, kept: kept, index: index)
    #expect(robot.bottom.contains("an earlier session left unwritten work"))
    robot.press("t")
    #expect(robot.plan == kept && robot.program.isModified)
    var other = Robot(plan, kept: kept, index: index)
    other.press("d")
    #expect(other.plan == plan && other.effects == [.forgetKept])
    var third = Robot(plan, kept: kept, index: index)
    third.press("c")
    #expect(third.plan == plan && third.effects.isEmpty)
  }

  @Test func `Ctrl-Z and Ctrl-L work everywhere`() throws {
    for keys in ["", "<Enter>", "<Enter>jjjjj1", "?", "dq", "2"] {
      var robot = try Robot()
      robot.press(keys)
      let screen = robot.screen
      robot.press("<C-z><C-l>")
      #expect(robot.effects == [.suspend, .redraw])
      robot.handle(.resumed)
      #expect(robot.screen == screen || keys == "<Enter>")
    }
  }

  @Test func `a resize in the middle of typing keeps the text and the value`() throws {
    var robot = try Robot()
    robot.press("<Enter>jjjjj42")
    robot.handle(.resize(Size(rows: 1, columns: 1)))
    robot.handle(.resize(Size(rows: 12, columns: 40)))
    robot.press("7<Enter>")
    #expect(robot.plan.lines[0].cost.amounts.first?.money == Money(pence: 42700))
  }

  @Test func `an action that does nothing now says why`() throws {
    var robot = try Robot()
    robot.press("U")
    #expect(robot.bottom == "nothing to redo")
    robot.press("%")
    #expect(robot.bottom == "`%` does nothing here; `?` shows the keys")
  }
}
