import Canvas
import Interaction
import Procurement
import Stores
import Testing

@testable import Workbench

/// Finding actions by a part of their names, and doing them from there.
@Suite struct PaletteTests {
  @Test func `every action there is can be found, and says why it does nothing now`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    guard let list = robot.program.panes.top as? ActionList else {
      Issue.record("no palette")
      return
    }
    let listed = Set(list.items.compactMap(\.action))
    #expect(listed == Set(Action.allCases).subtracting([.palette]))
    let undo = try #require(list.items.first { $0.action == .undo })
    #expect(undo.unavailableReason == "nothing to undo")
    let toggle = try #require(list.items.first { $0.action == .toggle })
    #expect(toggle.unavailableReason == "only in choosing several")
  }

  @Test(arguments: [
    ("funds", Action.showFunding), ("mark all", .markAll), ("mark-all", .markAll),
    ("dupl", .duplicateLine), ("cop", .copy), ("W", .waive), ("sort", .sort), ("save", .write),
    ("SAVE", .write), ("delete", .removeLine), ("delete line", .removeLine),
    ("remove", .removeLine),
    ("csv", .copy), ("export", .copy), ("quit", .quit), ("exit", .quit), ("close", .quit),
    ("search", .filter), ("find", .filter), ("filter", .filter), ("undo", .undo), ("redo", .redo),
    ("help", .help), ("open", .open), ("edit", .open), ("insert", .addService),
  ])
  func `words find the action that is meant`(_ text: String, _ action: Action) throws {
    var robot = try Robot()
    robot.program.configure(for: DisplayCapabilities(themes: ["default"], copyDisabledReason: nil))
    try robot.ask(.palette)
    robot.type(text)
    guard let list = robot.program.panes.top as? ActionList else { return }
    #expect(list.focused?.action == action, "\(list.focused?.title ?? "none")")
  }

  @Test func `what is found is done where the user was`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("all findings")
    try robot.ask(.accept)
    #expect(robot.program.screen == .findings && robot.program.panes.isEmpty)
  }

  @Test func `help does what it lists, found by its key too`() throws {
    var robot = try Robot()
    try robot.ask(.help)
    robot.type("y")
    try robot.ask(.accept)
    #expect(robot.plan.lines.count == 13)
  }

  @Test func `an action that cannot be done says why and leaves the list open`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("undo")
    #expect(robot.screen.contains("undo; not now: nothing to undo"))
    try robot.ask(.accept)
    #expect(robot.bottom == "nothing to undo")
    #expect(robot.program.context == .help)
  }

  @Test func `letters at the beginnings of words are the likelier guess`() {
    let query = SearchQuery("nf")
    let words = query.scatteredScore(in: "next finding") ?? 0
    let middle = query.scatteredScore(in: "unfunded") ?? 0
    #expect(words > middle)
    #expect(SearchQuery("fn").scatteredScore(in: "next") == nil)
  }

  @Test func `a text fits by words, beginnings of words and inside of words, in this order`() {
    func fit(_ typed: String, _ text: String) -> SearchQuery.Fit? {
      SearchQuery(typed).fit(in: text)
    }
    #expect(fit("finding", "next finding") == .word)
    #expect(fit("e-book", "e-booking") == .beginning)
    #expect(fit("find next", "Next finding") == .beginning)
    #expect(fit("funded", "unfunded>0") == .inside)
    #expect(fit("georges", "St George’s") == .word)
    #expect(fit("nf", "next finding") == nil)
    #expect(SearchQuery("mark all").isAll(of: "mark-all"))
    #expect(!SearchQuery("mark").isAll(of: "mark-all"))
  }

  @Test(arguments: ["thm", "nf", "funded", "qiut", "zzz"])
  func `what only resembles an action is not done on Enter`(_ text: String) throws {
    var robot = try Robot()
    let before = robot.plan
    try robot.ask(.palette)
    robot.type(text)
    try robot.ask(.accept)
    #expect(robot.program.context == .help)
    #expect(robot.plan == before && robot.effects.isEmpty)
    #expect(robot.words.contains("no action `\(text)`; "))
  }

  @Test func `a guess is done once it is selected with the arrows`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("nxt fnd")
    #expect(robot.screen.contains("no such action; nearest:"))
    #expect(!robot.rows.contains { $0.hasPrefix(">") && $0.contains("next line") })
    try robot.ask(.accept)
    #expect(robot.bottom.contains("nearest: `next-finding`"))
    #expect(robot.bottom.contains("; `Down` selects"))
    try robot.ask(.down)
    #expect(robot.program.context == .help)
    try robot.ask(.accept)
    #expect(robot.program.panes.isEmpty)
  }

  @Test func `a slip of the fingers has the word that was meant as its nearest`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("dleete")
    try robot.ask(.accept)
    #expect(robot.words.contains("no action `dleete`; nearest: `remove-line`"))
  }

  @Test func `what cannot be done now comes after what can`() throws {
    var robot = try Robot()
    try robot.ask(.palette)
    robot.type("remove")
    guard let list = robot.program.panes.top as? ActionList else { return }
    let found = list.filtered.shown.map { list.items[$0] }
    #expect(found.map(\.action).contains(.removeRecord))
    let possible = found.map { $0.unavailableReason == nil }
    #expect(possible == possible.sorted { $0 && !$1 })
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
  func `a task outside the workbench is found with the command for the open plan`(
    _ size: Size
  ) throws {
    for (words, command) in [
      ("findings as text", "`calloff check plan.yaml` prints them"),
      ("totals as csv", "`calloff check --report portfolio --format csv plan.yaml`"),
      ("json", "`calloff check --format json plan.yaml`; with `sarif` instead of `json` as SARIF"),
      ("sarif", "`calloff check --format json plan.yaml`"),
    ] {
      var robot = try Robot(size: size)
      try robot.ask(.palette)
      robot.type(words)
      #expect(robot.screen.contains("> "))
      try robot.ask(.accept)
      #expect(robot.words.contains(command), "\(words)")
      #expect(robot.program.context == .help)
    }
  }

  @Test(arguments: [
    ("plan.yaml", "plan.yaml"), ("a b.yaml", "'a b.yaml'"), ("it's.yaml", "'it'\\''s.yaml'"),
    ("$(rm).yaml", "'$(rm).yaml'"), ("-rf", "./-rf"), ("Pläne/x", "'Pläne/x'"),
    ("a\u{1B}b", nil), ("a\u{202E}b", nil),
  ])
  func `the name of a document is an argument that no shell takes for anything else`(
    _ path: String, _ argument: String?
  ) {
    #expect(PlanInShell.argument(path) == argument)
  }

  @Test func `a plan of the store without a document is named by its number`() throws {
    let office = try SharedStoreFixture("a")
    var robot = office.robots[0]
    try robot.ask(.palette)
    robot.type("as text")
    let number = try #require(robot.program.journal?.plan?.rawValue)
    #expect(robot.words.contains("`calloff check \(number)`"))
    robot = Robot(try Fixture.plan("imaging"), name: nil, index: try Fixture.index())
    try robot.ask(.showPlan, .palette)
    robot.type("as text")
    try robot.ask(.accept)
    #expect(robot.words.contains("write the plan to a file first; `calloff check FILE`"))
  }

  @Test func `an action of another screen says which key leads there`() throws {
    var robot = try Robot(size: .init(rows: 24, columns: 120))
    try robot.ask(.showFindings, .palette)
    robot.type("sort")
    #expect(robot.screen.contains("only in the plan's lines (`1`)"))
  }

  @Test func `saving and quitting are found while a line is edited`() throws {
    var robot = try Robot()
    try robot.ask(.open, .palette)
    var other = robot
    robot.type("quit")
    try robot.ask(.accept)
    #expect(robot.effects == [.finish])
    other.type("save")
    try other.ask(.accept)
    #expect(other.effects == [.write(other.plan, over: .known)])
  }

  @Test func `a new plan is started from any screen`() throws {
    let office = try SharedStoreFixture("a")
    for screen: Action in [.showPlan, .showFindings, .showFunding, .showHistory] {
      var robot = office.robots[0]
      try robot.ask(screen, .palette)
      robot.type("new plan")
      try robot.ask(.accept)
      #expect(robot.effects.contains(.store(.trusts)))
    }
  }
}
