import Canvas
import Imports
import Interaction
import Procurement
import Testing
import Validation

@testable import Workbench

/// What the portfolio screen lists, and how the user goes about in it.
@Suite struct PortfolioListTests {
  private func names(_ robot: Robot) -> [String] {
    robot.program.portfolio.map { portfolio in portfolio.rows.map(portfolio.name(of:)) } ?? []
  }

  private func unfunded(_ robot: Robot) -> [Money] {
    robot.program.portfolio.map { portfolio in
      portfolio.rows.map { portfolio.assessment.split(of: $0).unfunded }
    } ?? []
  }

  @Test func `one key lists all trusts, those with most unfunded first`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    robot.press("t")
    #expect(Set(names(robot).map { $0.prefix(3) }) == ["RAA", "RBB", "RSS", "RTT"])
    let sums = unfunded(robot)
    #expect(sums == sums.sorted { $0 > $1 } && sums[0] > .zero)
    #expect(robot.bottom.contains("sorted by unfunded, most first"))
    #expect(robot.title.hasSuffix("all trusts"))
    robot.press("<Esc>")
    #expect(names(robot).count == 2)
  }

  @Test func `the rows of trusts and of demand are copied with exact amounts`() throws {
    func copied(_ keys: String) throws -> [[String]] {
      var robot = try Robot(portfolio: try Fixture.portfolio())
      robot.program.configure(for: DisplayCapabilities(copyDisabledReason: nil))
      robot.press(keys + "c")
      let text = robot.effects.lazy.compactMap {
        if case .copy(let text) = $0 { text } else { nil }
      }
      return PastedRow.all(of: try #require(text.last)).map(\.cells)
    }
    let trusts = try copied("t")
    #expect(trusts[0].prefix(5) == ["name", "region", "plans", "lines", "cost"])
    #expect(Set(trusts.dropFirst().map { $0[0].prefix(3) }) == ["RAA", "RBB", "RSS", "RTT"])
    let robot = try Robot(portfolio: try Fixture.portfolio())
    let whole = try #require(robot.program.portfolio?.assessment.split(of: 0).cost)
    let costs = try trusts.dropFirst().map { try Money(pounds: $0[4]) }
    #expect(costs.reduce(.zero, +) == whole)
    let services = try copied("d")
    #expect(services[0] == ["service", "trusts", "cost", "programme", "in groups", "alone"])
    let buyers = try copied("d<Enter>$")
    #expect(buyers[0].prefix(2) == ["trust", "cost"])
    #expect(buyers[1][1] == services[1][2] || buyers.count > 2)
  }

  @Test func `from a trust of the flat list the user comes back to it, sorted as before`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    robot.press("t")
    let before = names(robot)
    let place = try #require(before.firstIndex { $0.hasPrefix("RSS") })
    robot.press(String(repeating: "j", count: place) + "<Enter>")
    #expect(robot.title.hasPrefix("England › Southern › RSS"))
    let sums = unfunded(robot)
    #expect(sums == sums.sorted { $0 > $1 })
    robot.press("<Left>")
    #expect(names(robot) == before && robot.program.portfolio?.focus.index == place)
  }

  @Test func `a level with one part is skipped, also at the top`() throws {
    var plans = Array(try Fixture.portfolio().suffix(3))
    var robot = try Robot(portfolio: plans)
    #expect(robot.title.hasPrefix("England › Southern"))
    #expect(names(robot).count == 2)
    robot.press("<Esc>")
    #expect(robot.words.contains("RSS Solent Hospitals"))
    robot.press("G<Enter>", opening: &plans)
    #expect(robot.program.context == .plan && robot.plan == plans[2])
  }

  @Test func `a name is found on all levels, an amount among the parts`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    try robot.filter("solent")
    #expect(names(robot).first == "RSS Solent Hospitals")
    #expect(robot.words.contains("RSS Solent Hospitals, Southern, 2 plans"))
    robot.press("<Enter>")
    #expect(robot.title.hasPrefix("England › Southern › RSS"))
    robot.press("<Left>")
    #expect(names(robot).first == "RSS Solent Hospitals")
    robot.press("<Esc>")
    try robot.filter("cost>0")
    #expect(names(robot) == ["London", "Southern"])
  }

  @Test func `only the latest plans are shown in the same place`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    robot.press("sunfunded, most<Enter>")
    let first = try #require(names(robot).firstIndex(of: "Southern"))
    robot.press("g" + String(repeating: "j", count: first) + "<Enter>")
    let place = try #require(names(robot).firstIndex { $0.hasPrefix("RTT") })
    robot.press(String(repeating: "j", count: place) + "L")
    let latest = try Fixture.portfolio().enumerated().filter { $0.offset != 2 }.map(\.element)
    robot.receive(.portfolio(.loaded(try Robot.loaded(latest))))
    #expect(robot.title.hasPrefix("England › Southern"))
    #expect(robot.program.portfolio?.order?.column == .unfunded)
    let focus = try #require(robot.program.portfolio?.focus.index)
    #expect(names(robot)[focus].hasPrefix("RTT"))
  }

  @Test func `all findings on several plans of a row are read where there is room`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    robot.press("j<Enter>")
    #expect(robot.words.contains("leave out all but one, or use `--latest`"))
  }

  @Test func `the bars of years are those of the plans, and follow an edit`() throws {
    var plans = try Fixture.portfolio()
    var robot = try Robot(portfolio: plans)
    func expectSums() throws {
      let portfolio = try #require(robot.program.portfolio)
      for node in portfolio.tree.nodes.indices {
        let costs = portfolio.years.years.indices.map { portfolio.years[node, $0].cost }
        #expect(costs.reduce(.zero, +) == portfolio.assessment.split(of: node).cost)
      }
    }
    robot.press("b")
    #expect(robot.screen.contains("2004-05"))
    try expectSums()
    robot.press("j<Enter><Enter><Enter>", opening: &plans)
    robot.press("d8")
    try expectSums()
  }

  @Test func `rounded amounts of all trusts add up to England`() throws {
    let robot = try Robot(portfolio: try Fixture.portfolio())
    let portfolio = try #require(robot.program.portfolio)
    for precision in MoneyPrecision.allCases {
      let figures = NodeFigures(portfolio, precision)
      for level in PortfolioTree.Level.allCases {
        let sum = portfolio.tree.nodes(level).reduce(Money.zero) {
          $0 + figures.split(of: $1).cost
        }
        #expect(sum == figures.split(of: 0).cost)
      }
    }
  }

  // MARK: Demand

  @Test func `demand adds up to what trusts buy, by trust, way, route and year`() throws {
    let robot = try Robot(portfolio: try Fixture.portfolio())
    let demand = try #require(robot.program.portfolio?.demand)
    let plans = try Fixture.portfolio()
    let index = try Fixture.index()
    #expect(!demand.isEmpty)
    for service in demand {
      let id = index.programme.services[service.service].id
      let lines = plans.flatMap(\.lines).filter { $0.need == .new && $0.service == id }
      let cost = lines.reduce(Money.zero) { $0 + $1.cost.total }
      #expect(service.buyers.reduce(0) { $0 + $1.lines } == lines.count)
      #expect(service.cost == cost)
      #expect(service.years.reduce(.zero) { $0 + $1.cost } == cost)
      #expect(service.routes.reduce(.zero) { $0 + $1.cost } == cost)
      #expect(ServiceDemand.Way.allCases.reduce(.zero) { $0 + service.cost($1) } == cost)
    }
    let counts = demand.map(\.buyers.count)
    #expect(counts == counts.sorted { $0 > $1 })
  }

  @Test func `from a service the user goes down to its trusts, and back`() throws {
    var robot = try Robot(portfolio: try Fixture.portfolio())
    robot.press("d")
    #expect(robot.title.hasPrefix("demand"))
    #expect(robot.words.contains("existing groups") || robot.words.contains("no group buys it"))
    let service = try #require(robot.program.portfolio?.demand.first)
    robot.press("<Enter>")
    #expect(robot.program.listCount == service.buyers.count)
    robot.press("<Enter>")
    #expect(robot.program.screen == .portfolio)
    #expect(robot.program.portfolio?.node == service.buyers[0].trust)
    robot.press("<Left>")
    #expect(robot.program.screen == .demand)
    robot.press("<Left><Left>")
    #expect(robot.program.screen == .portfolio && names(robot) == ["London", "Southern"])
    robot.press("d<Esc>")
    #expect(robot.program.screen == .portfolio)
  }

  @Test(arguments: [80, 120, 200])
  func `the region is beside each trust of the flat list, and finds it`(_ columns: Int) throws {
    var robot = try Robot(
      portfolio: try Fixture.portfolio(), size: Size(rows: 24, columns: columns))
    robot.press("t")
    for (name, region) in [("RAA Aldgate Hospitals", "London"), ("RTT Thames Amb", "Southern")] {
      let row = try #require(robot.rows.dropFirst(2).first { $0.contains(name) })
      #expect(row.contains(region), "\(robot.screen)")
    }
    robot.press("/")
    #expect(robot.words.contains("words of a trust's name, its code or its region"))
    robot.press("london<Enter>")
    #expect(Set(names(robot).map { $0.prefix(3) }) == ["RAA", "RBB"])
    try robot.filter("rbb")
    #expect(names(robot).map { $0.prefix(3) } == ["RBB"])
    try robot.filter("solent")
    #expect(names(robot).map { $0.prefix(3) } == ["RSS"])
    robot.press("<Esc>")
    robot.press("s")
    #expect(robot.choices.contains("region, from the beginning"))
  }

  @Test(arguments: ["d", "d<Enter>"], [80, 120, 200])
  func `demand by year adds up to the cost of each row, and rows to the sum below them`(
    _ keys: String, _ columns: Int
  ) throws {
    var robot = try Robot(
      portfolio: try Fixture.portfolio(), size: Size(rows: 30, columns: columns))
    for keys in [keys, "$"] {
      robot.press(keys)
      let layout = robot.program.layout
      let heading = robot.rows[layout.heading ?? 0]
      if keys == "$" { #expect(heading.contains("2004-05"), "\(robot.screen)") }
      func amounts(_ row: String) -> [Int] {
        row.split(separator: " ").reversed().prefix { $0.allSatisfy { $0.isNumber || $0 == "," } }
          .reversed().compactMap { Int($0.filter(\.isNumber)) }
      }
      let titles = heading.split(separator: " ").filter {
        ["programme", "groups", "alone", "cost"].contains($0) || $0.hasPrefix("200")
      }
      let isWhole = keys == "$" ? !heading.contains("more year") : titles.count == 4
      let rows = robot.rows[layout.list].filter { !$0.allSatisfy { $0 == " " } }
        .map { Array(amounts($0).suffix(titles.count)) }
      let sums = Array(amounts(robot.rows[layout.totals.lowerBound]).suffix(titles.count))
      if isWhole {
        for row in rows { #expect(row[0] == row.dropFirst().reduce(0, +), "\(robot.screen)") }
      }
      guard rows.count == robot.program.listCount else { continue }
      for column in titles.indices {
        #expect(rows.reduce(0) { $0 + $1[column] } == sums[column], "\(robot.screen)")
      }
    }
  }
}
