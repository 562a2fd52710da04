import Canvas
import Interaction
import PlanGenerators
import Procurement
import SeededRandom
import Testing
import Validation

@testable import Workbench

/// The plans of many trusts: looked through, and right at every level while one is edited.
@Suite struct PortfolioTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "portfolio", keys: ""),
    Scene(name: "portfolio-cluster", keys: "j<Enter>"),
    Scene(name: "portfolio-trust", keys: "j<Enter><Enter>"),
    Scene(name: "portfolio-plan", keys: "j<Enter><Enter>j<Enter>"),
    Scene(name: "portfolio-trusts", keys: "tj"),
    Scene(name: "portfolio-years", keys: "bj"),
    Scene(name: "portfolio-search", keys: "/hospitals"),
    Scene(name: "portfolio-summary", keys: "9"),
    Scene(name: "demand", keys: "dj"),
    Scene(name: "demand-trusts", keys: "d<Enter>"),
    Scene(name: "portfolio-typing", keys: "j<Enter><Enter>j<Enter>jjjjj<Enter><.cost>j9"),
    Scene(name: "portfolio-filter", keys: "j<Enter>/errors>0"),
    Scene(name: "portfolio-joint", keys: "j<Enter>x"),
    Scene(name: "portfolio-sorted", keys: "sunfunded, most<Enter>"),
  ]

  @Test(arguments: scenes, ScreenTests.sizes)
  func `a screen looks as it was kept`(_ scene: Scene, _ size: Size) throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans, size: size)
    robot.press(scene.keys, opening: &plans)
    try expectGolden(robot.screen, "\(scene.name)-\(size.columns)x\(size.rows)")
    let cursor = try #require(robot.canvas.cursor)
    #expect((0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column))
  }

  @Test(arguments: ScreenTests.sizes)
  func `what is being read is shown with its numbers, and can be given up`(_ size: Size) throws {
    var robot = try Robot(portfolio: try Fixture.portfolio(), size: size)
    robot.effects(of: robot.program.load(.folder("more")))
    robot.handle(.notice)
    #expect(robot.effects.contains(.portfolio(.look)))
    robot.receive(
      .portfolio(.progress(LoadingProgress(.documents(24, of: 96), lines: 4_711))))
    try expectGolden(robot.screen, "portfolio-loading-\(size.columns)x\(size.rows)")
    robot.press("<Esc>")
    #expect(robot.effects.last == .portfolio(.cancel))
    #expect(robot.bottom.contains("not opened: more"))
    #expect(robot.screen.contains("England"))
    // What was on the way when it was given up is nobody's any more.
    robot.receive(.portfolio(.loaded(try Robot.loaded([]))))
    #expect(robot.program.portfolio?.tree.nodes.first?.plans == 5)
  }

  @Test func `without a portfolio the screen says how to get one`() throws {
    var robot = try Robot()
    try robot.ask(.showPortfolio)
    #expect(robot.screen.contains("`calloff FOLDER` opens the plan documents of a folder"))
    robot.press("<Enter>")
    #expect(robot.bottom.contains("there is no portfolio"))
  }

  @Test func `from a plan the user goes up again to the row that they left`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter>", opening: &plans)
    #expect(robot.title.hasPrefix("England › Southern"))
    robot.press("j<Enter>", opening: &plans)
    #expect(robot.program.context == .plan && robot.plan == plans[4])
    try robot.ask(.showPortfolio)
    #expect(robot.program.portfolio?.focus.index == 1)
    robot.press("<Esc><Left>")
    #expect(robot.bottom.contains("England is the top level"))
    #expect(robot.program.portfolio?.focus.index == 1)
  }

  @Test func `each key of an edit changes every level above in the same frame`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter><Enter><Enter>", opening: &plans)
    let before = try #require(robot.england)
    let place = try #require(robot.plan.lines.indices.first)
    robot.press("<Enter><.cost>")
    robot.press("9")
    let typed = try #require(robot.england)
    let line = robot.plan.lines[place]
    #expect(typed.split.cost != before.split.cost)
    let unfunded = try #require(robot.program.portfolio).levelsAbovePlan
      .map { robot.program.portfolio?.assessment.split(of: $0).unfunded.grouped ?? "" }
    #expect(robot.screen.contains(unfunded[0]) && robot.screen.contains(unfunded[2]))
    robot.press("<Esc>")
    #expect(robot.england == before && robot.plan.lines[place] != line)
    robot.press("9<Enter><Esc>")
    #expect(robot.england == typed)
    robot.press("u")
    #expect(robot.england == before)
    robot.press("U")
    #expect(robot.england == typed)
  }

  @Test func `a plan that is not written is not left for another without a store`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter><Enter><Enter>d8j<Enter>", opening: &plans)
    #expect(robot.bottom.contains("is not written; `w` writes it"))
    #expect(robot.program.context == .portfolio)
    robot.press("w")
    robot.receive(.written(name: "p2.yaml"))
    robot.press("<Enter>", opening: &plans)
    #expect(robot.plan == plans[3])
  }

  @Test func `a plan may go to another cluster, and what is listed stays`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("<Enter>j<Enter>", opening: &plans)
    #expect(robot.plan.header.trust.code == "RBB")
    var header = robot.plan.header
    header.trust.cluster = "eastern"
    robot.program.carryOut("moving", [.header(from: robot.plan.header, to: header)])
    robot.press("8")
    #expect(robot.title.hasPrefix("England › London"))
    robot.press("<Esc>")
    #expect(robot.program.portfolio?.rows.count == 3)
    robot.press("1u8")
    #expect(robot.program.portfolio?.rows.count == 2)
  }

  @Test func `plans that cannot be read stay listed`() throws {
    let robot = try Robot(
      portfolio: try Fixture.portfolio(), leftOut: ["x.yaml:1:1: this is no plan"])
    #expect(robot.bottom.contains("left out: x.yaml:1:1"))
    #expect(robot.title.hasSuffix("some left out"))
  }

  // MARK: Findings on several plans together

  @Test func `they are shown beside the parts that they concern, and explained`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter>", opening: &plans)
    #expect(robot.words.contains("W G101"))
    robot.press("x")
    #expect(robot.words.contains("findings on several plans: RSS Solent Hospitals"))
    #expect(robot.words.contains("W G101 2 plans of `Solent Hospitals`"))
    robot.press("<Esc>j")
    #expect(!robot.words.contains("G101"))
    try robot.filter("finding:G101")
    #expect(robot.program.portfolio?.rows.count == 1)
  }

  @Test func `they follow an edit once the portfolio is shown again`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    robot.press("j<Enter><Enter><Enter>", opening: &plans)
    var header = robot.plan.header
    header.trust.code = "RVV"
    robot.program.carryOut("moving", [.header(from: robot.plan.header, to: header)])
    robot.press("8")
    #expect(robot.program.portfolio?.findings.all.contains { $0.code == .G101 } == false)
    robot.press("1u8")
    #expect(robot.program.portfolio?.findings.all.contains { $0.code == .G101 } == true)
  }

  @Test func `only the latest plans are read again, and all plans after that`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    robot.press("L")
    let source = PortfolioSource.folder("plans")
    #expect(robot.effects.last == .portfolio(.load(source, latestOnly: true)))
    robot.press("<Esc>L")
    #expect(robot.effects.last == .portfolio(.load(source, latestOnly: true)))
    var latest = try Robot.loaded(Array(try Fixture.portfolio().prefix(3)))
    latest.earlier = 2
    robot.receive(.portfolio(.loaded(latest)))
    #expect(robot.bottom.contains("2 earlier plans left out; `L` adds all plans"))
    #expect(robot.title.hasSuffix("latest plans"))
    robot.press("L")
    #expect(robot.effects.last == .portfolio(.load(source, latestOnly: false)))
  }

  @Test(arguments: [(40, "England"), (80, "England: 2 of 4"), (200, "England: 2 of 4 trusts")])
  func `England and clusters say how many registered trusts they cover`(
    columns: Int, words: String
  ) throws {
    var loaded = try Robot.loaded(try Fixture.portfolio())
    loaded.register = TrustRegister(
      [("RAA", "london"), ("RSS", "southern"), ("RTX", "southern"), ("RYX", "eastern")].map {
        RegisteredTrust(code: $0, name: $0, cluster: $1)
      })
    let size = Size(rows: 24, columns: columns)
    var robot = try Robot(portfolio: [], size: size)
    robot.effects(of: robot.program.load(.folder("plans")))
    robot.receive(.portfolio(.loaded(loaded)))
    #expect(robot.title.hasPrefix("England, 2 of 4 trusts"))
    #expect(robot.rows[1].contains(words))
    #expect(robot.words.contains("London, 1 of 1 trusts, 1 closed or not registered, 2 plans"))
  }

  @Test func `parts are found by name, amount and finding, and not by what lines alone have`()
    throws
  {
    let robot = try Robot(portfolio: try Fixture.portfolio())
    func shown(_ text: String) throws -> Int {
      var robot = robot
      try robot.filter(text)
      return robot.program.portfolio?.rows.count ?? 0
    }
    #expect(try shown("london") == 1)
    #expect(try shown("-london") == 1)
    #expect(try shown("cost>0") == 2)
    #expect(try shown("unfunded>900m") == 0)
    #expect(try shown("errors>0 finding:error") == 2)
    #expect(try shown("finding:P106") <= 2)
    var other = robot
    try other.ask(.filter)
    other.type("route:open")
    try other.ask(.accept)
    #expect(other.words.contains("`route` is asked of lines"))
  }

  @Test(arguments: 0..<20)
  func `after any keys the sums are those of the plans`(_ seed: Int) throws {
    var generator = PlanGenerator(seed: UInt64(seed))
    var plans = (0..<6).map { _ in generator.plan() }
    var robot = try Robot(portfolio: plans)
    robot.program.configure(for: DisplayCapabilities(themes: [], copyDisabledReason: nil))
    var random = SplitMix64(seed: UInt64(seed))
    let keys: [Key] =
      "jkhlGgadfuUW12345689ycnJK/s*brt ".map { Key.character($0) } + [
        .enter, .enter, .enter, .enter, .escape, .up, .down, .left, .backspace, .control("u"),
      ]
    for _ in 0..<200 {
      let before = robot.effects.count
      robot.handle(.key(keys.randomElement(using: &random) ?? .enter))
      if robot.effects[before...].contains(where: { if case .write = $0 { true } else { false } }) {
        robot.receive(.written(name: robot.program.document.name ?? ""))
      }
      if let open = robot.program.portfolio?.openPlan { plans[open] = robot.plan }
      robot.answerOpening(from: before, &plans)
      #expect(robot.canvas.size == robot.size)
    }
    let fresh = try Robot.loaded(plans).assessment
    #expect(robot.england == fresh.sums(of: 0))
    #expect(robot.program.portfolio?.tree == fresh.tree)
  }
}
