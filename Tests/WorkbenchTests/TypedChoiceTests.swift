import Canvas
import Interaction
import Procurement
import Stores
import Testing
import Validation

@testable import Workbench

/// Names that are typed into lists of choices.
@Suite struct TypedChoiceTests {
  private func robot(_ field: LineField, of line: String = "L8") throws -> Robot {
    var robot = try Robot("imaging")
    try robot.focus(line)
    robot.program.edit(.value(field))
    return robot
  }

  private func value(_ robot: Robot, of line: String = "L8") throws -> PlanLine {
    robot.plan.lines[try #require(robot.plan.index(ofLine: line))]
  }

  @Test func `a supplier that no choice is called becomes the last choice and is taken`() throws {
    var robot = try robot(.supplier)
    robot.type("GE Medical")
    #expect(robot.choices == ["use `GE Medical`"])
    #expect(!robot.screen.contains("nothing fits"))
    try robot.ask(.accept)
    #expect(try value(robot).supplier == "GE Medical")
    #expect(robot.program.context == .plan)
    try robot.ask(.undo)
    #expect(try value(robot).supplier == "Labworks")
  }

  @Test func `what is typed is last, after the choices that fit, and is what it would lead to`()
    throws
  {
    var robot = try robot(.supplier)
    robot.type("Acme")
    #expect(robot.choices == ["Acme Imaging", "use `Acme`"])
    #expect(robot.choice?.title == "Acme Imaging")
    try robot.ask(.down)
    let outcome = try #require(robot.choice?.outcome)
    try robot.ask(.accept)
    #expect(try value(robot).supplier == "Acme")
    let place = try #require(robot.plan.index(ofLine: "L8"))
    #expect(LineOutcome(robot.program.assessment.verdict(at: place)) == outcome)
  }

  @Test func `a name that a choice has only inside a word is meant as it is typed`() throws {
    var robot = try robot(.supplier)
    robot.type("magi")
    #expect(robot.choices == ["Acme Imaging", "use `magi`"])
    #expect(robot.choice?.title == "use `magi`")
  }

  @Test(arguments: ["basic", "features", "entire"])
  func `a choice that is called what is typed comes before one that mentions it`(name: String)
    throws
  {
    var robot = try robot(.pacs, of: "L7")
    robot.type(name)
    #expect(robot.choice?.title.hasPrefix("\(name):") == true)
  }

  @Test func `after one of several choices the next is typed anew`() throws {
    var robot = try robot(.funds, of: "L1")
    robot.type("running")
    try robot.ask(.toggle)
    robot.type("capital")
    try robot.ask(.toggle)
    try robot.ask(.accept)
    #expect(try value(robot, of: "L1").funds == ["running", "capital"])
  }

  @Test func `a choice that is called just that is not offered twice`() throws {
    var robot = try robot(.supplier)
    robot.type("BT")
    #expect(robot.choices == ["BT"])
    robot.handle(.key(.control("u")))
    robot.type("acme imaging")
    #expect(robot.choices == ["Acme Imaging"])
    robot.handle(.key(.control("u")))
    #expect(robot.choices.last == "another: type its name")
  }

  @Test func `blanks around a typed name are ignored`() throws {
    var robot = try robot(.supplier)
    robot.type("  GE Medical ")
    try robot.ask(.accept)
    #expect(try value(robot).supplier == "GE Medical")
  }

  @Test func `an LSP is found by its name`() throws {
    var programme = try Fixture.index().programme
    let place = try #require(programme.providers.firstIndex { $0.id == "csc" })
    programme.providers[place].name = "Computer Sciences"
    var robot = Robot(try Fixture.plan("imaging"), index: ProgrammeIndex(programme))
    robot.program.edit(.value(.supplier))
    robot.type("sciences")
    #expect(robot.choices == ["Computer Sciences", "use `sciences`"])
    #expect(robot.choice?.title == "Computer Sciences")
    robot.type(" computer")
    #expect(robot.choices.first == "Computer Sciences")
  }

  @Test func `a pasted name is typed too`() throws {
    var robot = try robot(.supplier)
    robot.handle(.paste("GE Medical"))
    try robot.ask(.accept)
    #expect(try value(robot).supplier == "GE Medical")
  }

  @Test func `a group that is not declared can be named, and shows what that leads to`() throws {
    var robot = try Robot("groups")
    robot.program.focus(onPlace: 0)
    robot.program.edit(.value(.group))
    robot.type("wessex")
    #expect(robot.choices == ["use `wessex`"])
    #expect(robot.choice?.outcome?.codes.contains(.S103) == true)
    try robot.ask(.accept)
    #expect(robot.plan.lines[0].group == "wessex")
  }

  @Test func `a fund that is not declared can be named, by Enter or put in`() throws {
    var robot = try robot(.funds)
    robot.type("lottery")
    #expect(robot.choices == ["use `lottery`"])
    #expect(robot.choice?.outcome?.codes.contains(.F105) == true)
    var other = robot
    try robot.ask(.accept)
    #expect(try value(robot).funds == ["capital", "running", "lottery"])
    try other.ask(.toggle)
    #expect(other.choices.last == "lottery: not declared" && other.choices.count == 3)
    #expect(other.choice?.isCurrent == true)
    try other.ask(.accept)
    #expect(try value(other).funds == ["capital", "running", "lottery"])
  }

  @Test func `a service that is not listed becomes a future one of that description`() throws {
    var robot = try Robot()
    try robot.ask(.addService)
    robot.type("Bedside radios")
    #expect(robot.choices == ["a future service: `Bedside radios`"])
    try robot.ask(.accept)
    let line = robot.plan.lines[robot.plan.lines.count - 1]
    #expect(line.service == "future" && line.description == "Bedside radios")
  }

  @Test func `the services that a description resembles are offered as it is typed`() throws {
    var robot = try Robot()
    try robot.ask(.addService)
    robot.type("PAS replacement")
    #expect(robot.choices == ["Patient records", "a future service: `PAS replacement`"])
    #expect(robot.choice?.title == "a future service: `PAS replacement`")
    try robot.ask(.up, .accept)
    #expect(robot.plan.lines[robot.plan.lines.count - 1].service == "core.patient-records")
  }

  @Test func `where two services are near, both are offered as a line is typed`() throws {
    var robot = try Robot()
    try robot.ask(.addService)
    robot.type("screening software")
    #expect(Set(robot.choices.dropLast()) == ["Existing screening", "New prevention & screening"])
    #expect(robot.choice?.title == "a future service: `screening software`")
  }

  @Test func `a line's service is found by what it resembles`() throws {
    var robot = try robot(.service)
    robot.type("PAS replacement")
    #expect(robot.choices == ["Patient records"])
    try robot.ask(.accept)
    #expect(try value(robot).service == "core.patient-records")
  }

  @Test func `a line that is added under another name is offered its service`() throws {
    var robot = try Robot()
    try robot.ask(.addService)
    robot.type("PAS replacement")
    try robot.ask(.accept)
    #expect(robot.words.contains("resembles Patient records; `f` offers it; `u` undoes"))
    try robot.ask(.fix)
    #expect(robot.choices.contains { $0.contains("Patient records") })
  }

  @Test func `what a description resembles is offered while it is typed and after`() throws {
    var robot = try Robot()
    let place = try #require(robot.plan.lines.firstIndex { $0.id == "L11" })
    robot.program.focus(onRow: place)
    try robot.ask(.open)
    robot.program.edit(.value(.description), startingWith: "")
    #expect(!robot.words.contains("resembles"))
    robot.type("decision support")
    #expect(
      robot.words.contains(
        "resembles Decision support and Clinical support; `Enter` accepts, then `f` offers it"))
    try robot.ask(.accept)
    #expect(
      robot.words.contains("resembles Decision support and Clinical support; `f` offers it"))
    try robot.ask(.undo)
    #expect(!robot.bottom.contains("resembles"))
  }

  @Test func `a facility of any name can be typed`() throws {
    var robot = try Robot("groups")
    try robot.ask(.showGroups, .down, .down, .open)
    robot.type("Wessex Supplies")
    #expect(robot.choices == ["use `Wessex Supplies`"])
    try robot.ask(.accept)
    #expect(robot.plan.groups[0].facility == "Wessex Supplies")
  }

  @Test func `a fund, group or supplier is typed for all marked lines`() throws {
    for (field, wanted) in [
      ("funds", LineValue.funds(["lottery"])), ("group", .group("lottery")),
      ("supplier", .supplier("lottery")),
    ] {
      var robot = try Robot()
      try robot.ask(.markAll, .changeMarked)
      robot.type(field)
      try robot.ask(.accept)
      robot.type("lottery")
      try robot.ask(.accept)
      #expect(robot.plan.lines.allSatisfy { $0.value(of: wanted.field) == wanted })
    }
  }

  @Test(arguments: [
    ("St Elsewhere", "NEW", "St Elsewhere"), ("RQ9", "RQ9", "New trust"),
    ("rq9", "RQ9", "New trust"),
  ])
  func `a plan is started for a trust that the register does not have`(
    _ text: String, _ code: String, _ name: String
  ) throws {
    let office = try SharedStoreFixture("a")
    var robot = office.robots[0]
    robot.receive(
      .store(.trusts([RegisteredTrust(code: "RXX", name: "Sample Trust", cluster: "london")])))
    robot.type(text)
    #expect(robot.choices == ["use `\(code == "NEW" ? name : code)`"])
    try robot.ask(.accept)
    #expect(robot.choice?.title == "create the plan")
    try robot.ask(.accept)
    guard case .store(.start(let plan, _)) = robot.effects.last else {
      Issue.record("no plan started")
      return
    }
    #expect(plan.header.trust.code == code && plan.header.trust.name == name)
  }

  @Test func `a trust of the register is found by its code before those that have it inside`()
    throws
  {
    var robot = try SharedStoreFixture("a").robots[0]
    let trusts = [("AB1", "Trust of RX"), ("1RX", "Other"), ("RX", "Third"), ("RXX", "Fourth")]
    robot.receive(
      .store(.trusts(trusts.map { RegisteredTrust(code: $0, name: $1, cluster: "london") })))
    robot.type("rx")
    #expect(robot.choices == ["RX Third", "AB1 Trust of RX", "RXX Fourth", "1RX Other"])
  }

  @Test func `where no name may be typed nothing is offered for it`() throws {
    for field: LineField in [.service, .need, .route, .pacs, .spineConnected] {
      var robot = try robot(field)
      robot.type("zzz")
      #expect(robot.choices.isEmpty)
      #expect(robot.screen.contains("nothing fits"))
    }
  }
}
