import Canvas
import Interaction
import Procurement
import Testing

@testable import Workbench

/// Typing from field to field: no letter that follows `Tab` or an arrow key is a command.
@Suite struct TypingOnTests {
  @Test func `Tab types into the next field of a fund, and letters are no commands`() throws {
    var robot = try Robot()
    robot.press("4<Enter><C-u>block<Tab>dnqw<Tab>")
    #expect(robot.plan.funds[0].id == "block" && robot.plan.funds[0].name == "dnqw")
    #expect(robot.plan.funds.count == 2)
    // What the fund pays is chosen from a list, where letters find a choice.
    #expect(robot.program.context == .choices)
    robot.press("rev<Tab><Tab>7k<Tab>")
    #expect(robot.plan.funds[0].pays == .revenue)
    #expect(robot.plan.funds[0].available[robot.plan.header.years[0]] == Money(pence: 7_000_00))
    // A digit starts an amount, so none is opened.
    #expect(robot.program.focusedProperty == .available(0, robot.plan.header.years[1]))
    #expect(robot.program.panes.isEmpty)
  }

  @Test func `Tab in the last field does not replace what was accepted there`() throws {
    var robot = try Robot()
    robot.press("4G<Enter><C-u>5k<Tab>")
    let before = robot.plan
    #expect(robot.program.message?.text == "this is the last amount; `Esc` leaves the amounts")
    #expect(robot.program.panes.isEmpty)
    robot.press("g<Enter><BackTab>")
    #expect(robot.program.message?.text == "this is the first field; `Enter` opens it again")
    #expect(robot.plan == before)
  }

  @Test func `Tab through the plan's details changes only what is typed`() throws {
    var robot = try Robot()
    let before = robot.plan
    robot.press("6<Enter><Tab><Tab><Tab><Tab><Tab><BackTab><BackTab><Esc>")
    #expect(robot.plan == before)
    #expect(robot.program.history.lastDone == nil)
    robot.press("gg<Enter><Tab>rzz<Tab>Sample<Enter>")
    #expect(robot.plan.header.trust.code == "RZZ" && robot.plan.header.trust.name == "Sample")
    #expect(robot.plan.header.title == before.header.title)
    #expect(robot.program.panes.isEmpty)
  }

  @Test func `Tab past a list that does not have the present value keeps it`() throws {
    var robot = try Robot("groups")
    robot.press("5")
    let before = robot.plan
    let row = try #require(
      robot.program.properties.firstIndex {
        $0.text(in: before) == "Fenland Supplies"
      })
    robot.program.listFocus.index = row - 1
    robot.press("<Enter><Tab><Tab><Esc>")
    #expect(robot.plan == before)
  }

  @Test func `arrows type into typed fields, and do not open lists`() throws {
    var robot = try Robot()
    robot.press("4l<Enter><C-u>Block<Right>")
    #expect(robot.program.panes.isEmpty && robot.program.listFocus.index == 2)
    robot.press("h<Enter><Home><Left>cap<Enter>")
    #expect(robot.plan.funds[0].id == "cap" && robot.plan.funds[0].name == "Block")
  }

  @Test func `the first key after Tab replaces the text, a movement keeps it`() throws {
    var robot = try Robot()
    robot.press("6jj<Enter><BackTab><Left>1<Enter>")
    #expect(robot.plan.header.trust.code == "RX1X")
    robot.press("k<Enter><Tab><Backspace>RYY<Enter>")
    #expect(robot.plan.header.trust.code == "RYY")
  }

  @Test func `in the form Tab opens a list, and goes on from it`() throws {
    var robot = try Robot()
    robot.press("<Enter>G<Enter><C-u>x<Tab>")
    #expect(robot.program.context == .choices)
    robot.press("<Tab>")
    #expect(robot.plan.lines[0].service == (try Fixture.plan("imaging")).lines[0].service)
    #expect(robot.plan.lines[0].notes == "x")
    robot.press("<Esc>")
    #expect(robot.program.context == .form)
  }

  @Test func `Tab in a list that is about no field says so`() throws {
    var robot = try Robot()
    robot.press("s<Tab>")
    #expect(robot.program.context == .choices)
    #expect(robot.screen.contains("there is no other field"))
  }

  // MARK: Placeholders

  @Test func `typing replaces the placeholders of a new fund and a new group`() throws {
    var robot = try Robot()
    robot.press("4a<Enter>bid<Enter>l<Enter>Modernisation bid<Enter>")
    #expect(robot.plan.funds[2].id == "bid" && robot.plan.funds[2].name == "Modernisation bid")
    robot.press("5a<Enter>thames<Tab>Thames group<Enter>")
    #expect(robot.plan.groups.last?.id == "thames")
    #expect(robot.plan.groups.last?.name == "Thames group")
  }

  @Test func `a placeholder can be edited, and other names are`() throws {
    var robot = try Robot()
    robot.press("4al<Enter><Home>My <Enter>")
    #expect(robot.plan.funds[2].name == "My New fund")
    robot.press("<Enter>!<Enter>")
    #expect(robot.plan.funds[2].name == "My New fund!")
  }

  @Test func `pasting replaces a placeholder, and Esc restores it`() throws {
    var robot = try Robot()
    robot.press("4al<Enter>x<Esc>")
    #expect(robot.plan.funds[2].name == "New fund")
    robot.press("<Enter>")
    robot.handle(.paste("Bid"))
    robot.press("<Enter>")
    #expect(robot.plan.funds[2].name == "Bid")
  }

  // MARK: Digits

  @Test(arguments: [
    ("", "elsewhere show a screen"), ("4", "elsewhere show a screen"),
    ("<Enter>", "on an amount, type or compute"),
  ])
  func `help says that digits type into amounts`(_ key: String, _ words: String) throws {
    var robot = try Robot(size: .init(rows: 40, columns: 100))
    robot.press("\(key)?")
    #expect(robot.rows.contains { $0.contains("0-9") && $0.contains(words) })
    robot.press("0-9<Enter>")
    #expect(robot.bottom.contains("on an amount, type"))
  }
}
