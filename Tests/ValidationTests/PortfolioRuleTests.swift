import Documents
import PlanGenerators
import Procurement
import Testing
import Validation

/// The rules that judge the plans of a portfolio together.
@Suite struct PortfolioRuleTests {
  private func portfolio(_ plans: [(source: String, text: String)]) throws -> PortfolioAssessment {
    var portfolio = Portfolio()
    for (source, text) in plans {
      let document = try readPlan(Array(text.utf8), clusters: NPfIT.clusters)
      portfolio.append(document.plan, source: source)
    }
    return try #require(PortfolioAssessment(portfolio, against: try NPfIT.index))
  }

  @Test(arguments: FindingCode.allCases.filter(\.isOnPortfolio))
  func `the example that breaks a rule has its finding, and the fixed one does not`(
    code: FindingCode
  ) throws {
    let example = try #require(Rulebook.description(of: code)).example
    let register = TrustRegister(example.registered)
    let other = example.other.map { [("b.yaml", $0)] } ?? []
    let broken = try portfolio([("a.yaml", Example.head + example.breaking)] + other)
    let findings = broken.portfolioFindings(register).filter { $0.code == code }
    #expect(findings.count == 1)
    #expect(Set(findings.first?.plans ?? []) == Set(0...other.count))
    let fixed = [("a.yaml", Example.head + example.fixed)] + (code == .G101 ? [] : other)
    #expect(try portfolio(fixed).portfolioFindings().isEmpty)
  }

  private func plan(_ trust: String, _ years: String, asOf: String? = nil) -> String {
    """
    calloff: 1
    \(asOf.map { "as_of: \($0)\n" } ?? "")title: Plan
    trust: {code: \(trust), name: Trust, kind: acute, cluster: london}
    years: [\(years)]

    """
  }

  @Test func `two plans of a trust may be for different years, codes in any case`() throws {
    let apart = try portfolio([("a", plan("RXX", "2004-05")), ("b", plan("rxx", "2005-06"))])
    #expect(apart.portfolioFindings().isEmpty)
    let together = try portfolio([
      ("a", plan("RXX", "2004-05")), ("b", plan("rxx", "2003-04, 2004-05")),
      ("c", plan("RXX", "2006-07")),
    ])
    #expect(together.portfolioFindings().map(\.plans) == [[0, 1]])
  }

  /// A plan without a date counts as the earliest, and of equals all stay.
  @Test func `the latest plan of a trust stays`() throws {
    func sources(_ dates: [String?]) throws -> [String] {
      var portfolio = Portfolio()
      for (number, date) in dates.enumerated() {
        let text = plan(number == 0 ? "RYY" : "RXX", "2004-05", asOf: date)
        let document = try readPlan(Array(text.utf8), clusters: NPfIT.clusters)
        portfolio.append(document.plan, source: "\(number)")
      }
      let kept = portfolio.keepLatest()
      #expect(portfolio.plans.map(\.source) == kept.map(String.init))
      return portfolio.plans.map(\.source)
    }
    #expect(try sources([nil, nil, "2004-10-01", "2004-09-30"]) == ["0", "2"])
    #expect(try sources([nil, "2004-10-01", "2004-10-01"]) == ["0", "1", "2"])
    #expect(try sources([nil, nil, nil]) == ["0", "1", "2"])
  }

  /// A plan of a trust in a cluster with a group; it buys with the group if wanted.
  private func plan(_ trust: String, _ cluster: String, group: String, buys: Bool) -> String {
    """
    calloff: 1
    title: Plan
    trust: {code: \(trust), name: Trust \(trust), kind: acute, cluster: \(cluster)}
    years: [2004-05]
    groups:
      - {id: thames, name: Thames group, \(group)}

    """
      + (buys
        ? """
        lines:
          - {id: L1, service: additional.helpdesk, route: calloff, supplier: bt, group: thames}

        """ : "")
  }

  @Test func `a contradiction says in which documents what differs`() throws {
    let same = try portfolio([
      ("a", plan("RAA", "london", group: "facility: bt, members: [RAA, RBB]", buys: true)),
      ("b", plan("RBB", "london", group: "facility: BT, members: [rbb, raa]", buys: true)),
    ])
    #expect(same.portfolioFindings().isEmpty)
    let other = try portfolio([
      ("a", plan("RAA", "london", group: "facility: bt, members: [RAA, RBB, RCC]", buys: true)),
      ("b", plan("RBB", "london", group: "facility: csc, members: [RAA, RBB]", buys: true)),
    ])
    let finding = try #require(other.portfolioFindings().first)
    #expect(finding.code == .G102 && finding.plans == [0, 1] && finding.group == "thames")
    #expect(
      finding.message == "plans disagree on group `thames`: facility `bt` in `a`, `csc` in `b`; "
        + "member `RCC` in `a` and not in `b`; make them the same")
  }

  @Test func `plans of one table are named by their trusts, and not more than a few`() throws {
    let members = (10..<30).map { "R\($0)" }
    let group = "facility: bt, members: [\(members.joined(separator: ", "))]"
    let table = try portfolio(
      members.map { ("lines.csv", plan($0, "london", group: group, buys: $0 != "R10")) })
    let finding = try #require(table.portfolioFindings().first)
    #expect(table.portfolioFindings().count == 1 && finding.code == .G103)
    #expect(finding.trust == "R10" && finding.plans.count == 20)
    #expect(finding.message.contains("`R11` in `lines.csv`, `R12` in `lines.csv`, "))
    #expect(finding.message.contains(" and 13 more buy, and has no line with it"))
  }

  @Test func `findings count for the smallest part that has all of their plans`() throws {
    let bt = "facility: bt, members: [RAA, RBB]"
    let assessment = try portfolio([
      ("a", plan("RAA", "london", group: bt, buys: true)),
      ("b", plan("RAA", "london", group: bt, buys: true)),
      ("c", plan("RBB", "southern", group: bt, buys: false)),
    ])
    let findings = PortfolioFindings(on: assessment)
    #expect(findings.all.map(\.code) == [.G101, .G103])
    func counts(_ node: Int) -> [Int] {
      let sums = findings.counted(in: assessment.sums(of: node), of: node)
      return [FindingCode.G101, .G102, .G103].map { sums.findings($0) }
    }
    let tree = assessment.tree
    #expect(counts(0) == [1, 0, 1])
    #expect(tree.nodes(.cluster).map(counts) == [[1, 0, 0], [0, 0, 0]])
    #expect(tree.nodes(.trust).map(counts) == [[1, 0, 0], [0, 0, 0]])
    #expect(tree.nodes(.plan).map(counts) == [[0, 0, 0], [0, 0, 0], [0, 0, 0]])
    #expect(tree.nodes(.plan).map(findings.worst) == [.warning, .warning, .note])
    #expect(
      tree.nodes(.plan).map { findings.concerning($0).map(\.code) }
        == [[.G101, .G103], [.G101, .G103], [.G103]])
  }

  // MARK: The register

  private func differences(
    _ plan: String, _ registered: RegisteredTrust...
  ) throws -> [String] {
    try portfolio([("a", plan)]).portfolioFindings(TrustRegister(registered)).map(\.message)
  }

  @Test func `a plan is compared with the register only where there is one`() throws {
    #expect(try portfolio([("a", plan("RXX", "2004-05"))]).portfolioFindings().isEmpty)
  }

  @Test func `names are the same without regard to case and words that many share`() throws {
    let same = RegisteredTrust(
      code: "RXX", name: "THE TRUST NHS FOUNDATION TRUST", cluster: "london")
    #expect(try differences(plan("rxx", "2004-05"), same).isEmpty)
  }

  @Test func `all that differs of a trust is one note`() throws {
    let other = RegisteredTrust(
      code: "5XX", name: "Wold PCT", cluster: "southern", closed: CalendarDate("2004-02-29"))
    let hospital = RegisteredTrust(code: "RAA", name: "Quay", cluster: "london")
    let messages = try differences(plan("5XX", "2004-05"), other, hospital)
    #expect(
      messages == [
        "the register has `5XX` as `Wold PCT`, not `Trust`, and in Southern, not London, and as a "
          + "primary-care trust, not acute, and as closed on 2004-02-29; correct the plan's trust, "
          + "or the register by `calloff trusts import --overrides`"
      ])
  }

  @Test func `a trust that closes after the plan's first year has begun is open for it`() throws {
    let trust = RegisteredTrust(
      code: "RXX", name: "Trust", cluster: "london", closed: CalendarDate("2004-04-01"))
    let open = RegisteredTrust(code: "RAA", name: "Quay", cluster: "london")
    #expect(try differences(plan("RXX", "2004-05"), trust, open).isEmpty)
    #expect(try differences(plan("RXX", "2005-06, 2006-07"), trust, open).count == 1)
  }

  @Test func `a trust that the register lacks is a note where it has others of that kind`() throws {
    let hospital = RegisteredTrust(code: "RAA", name: "Quay", cluster: "london")
    #expect(
      try differences(plan("RXX", "2004-05"), hospital).first?
        .hasPrefix("the register has no trust `RXX` (`Trust`); correct the code") == true)
    #expect(try differences(plan("5XX", "2004-05"), hospital).isEmpty)
  }
}
