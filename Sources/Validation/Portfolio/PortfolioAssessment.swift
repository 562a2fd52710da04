import Parallel
public import Procurement

/// The plans of many trusts, judged against a programme and kept up to date while they are edited.
///
/// Each line has eight bytes of codes and two amounts in addition to its columns; messages come
/// from the `Assessment` of the plan that is shown. The results equal those of each plan's
/// `Assessment`.
public struct PortfolioAssessment: Sendable {
  /// The programme that they are judged against.
  public let index: ProgrammeIndex
  /// The plans by trust and cluster.
  public private(set) var tree: PortfolioTree
  var plans: [JudgedPlan]
  var workspace: PortfolioWorkspace
  /// The findings on the plans of each node.
  private var planFindings: PlanFindingTable

  /// Judges plans; nil if their money exceeds the largest total (`Portfolio.total`).
  public init?(_ portfolio: Portfolio, against index: ProgrammeIndex) {
    self.index = index
    let resolved = ResolvedStrings(portfolio.strings, index: index)
    let judge = PlanJudge(index.ruleTables, resolved)
    tree = PortfolioTree(portfolio.plans, index.programme)
    let (unjudged, strings) = (portfolio.plans, portfolio.strings)
    let judged = concurrentMap(unjudged.count, with: { judge }) { place, judge in
      judge.enter(cluster: resolved.cluster(of: unjudged[place]), strings)
      let (judgement, sums) = judge.judge(unjudged[place], strings.fundLists)
      return (judgement, sums, total: unjudged[place].total)
    }
    guard let total = Portfolio.total(of: judged.map(\.total)) else { return nil }
    workspace = PortfolioWorkspace(
      judge: judge, strings: strings, sums: SumTable(tree, index.programme),
      counted: total.pence)
    planFindings = PlanFindingTable(nodes: tree.nodes.count)
    plans = []
    plans.reserveCapacity(unjudged.count)
    for (place, plan) in unjudged.enumerated() {
      let plan = JudgedPlan(
        plan: plan, judgement: judged[place].0, cluster: resolved.cluster(of: plan),
        path: tree.paths[place])
      count(plan, judged[place].1, 1)
      plans.append(plan)
    }
  }

  // MARK: Results

  /// The number of lines of all plans.
  public var lineCount: Int { plans.reduce(0) { $0 + $1.plan.lines.count } }

  /// The number of plans.
  public var planCount: Int { plans.count }

  /// The number of lines of a plan.
  public func lineCount(ofPlan plan: Int) -> Int { plans[plan].plan.lines.count }

  /// The document that a plan was read from.
  public func source(ofPlan plan: Int) -> String { plans[plan].plan.source }

  /// Title, trust and years of a plan.
  public func header(ofPlan plan: Int) -> Plan.Header { plans[plan].plan.header }

  /// The split of the cost of the lines below a node, without counts.
  public func split(of node: Int) -> Split {
    (0...index.programme.categories.count).reduce(into: Split()) { split, category in
      split.add(workspace.sums.split(of: node, category: category))
    }
  }

  /// The sums of the lines below a node, with the findings on its plans.
  public func sums(of node: Int) -> LineSums {
    var all = (0...index.programme.categories.count)
      .reduce(LineSums()) { $0 + workspace.sums.sums(of: node, category: $1) }
    planFindings.count(node, in: &all)
    return all
  }

  /// The sums of the lines of one category below a node; nil means unknown services.
  public func sums(of node: Int, category: Int?) -> LineSums {
    workspace.sums.sums(
      of: node,
      category: category.map { ServiceKind(category: $0, hasPACSOptions: false) }?
        .sumCategory ?? ServiceKind.unknown.sumCategory)
  }

  /// The verdict on a line of a plan.
  public func verdict(ofPlan plan: Int, at place: Int) -> LineVerdict {
    judge(ofPlan: plan).verdict(
      at: place, of: plans[plan].plan, plans[plan].judgement[place])
  }

  /// The verdicts on all lines of a plan.
  public func verdicts(ofPlan plan: Int) -> [LineVerdict] {
    let judge = judge(ofPlan: plan)
    return (0..<lineCount(ofPlan: plan)).map {
      judge.verdict(at: $0, of: plans[plan].plan, plans[plan].judgement[$0])
    }
  }

  /// A judge with a plan.
  private func judge(ofPlan plan: Int) -> PlanJudge {
    var judge = workspace.judge
    judge.enter(cluster: plans[plan].cluster, workspace.strings)
    return judge
  }

  /// A line of a plan, without its notes and the reasons of its waivers.
  public func line(ofPlan plan: Int, at place: Int) -> PlanLine {
    plans[plan].plan.line(at: place, workspace.strings)
  }

  /// A plan as a value.
  public func plan(at place: Int) -> Plan { plans[place].plan.plan(workspace.strings) }

  /// The number of bytes stored, without those of strings.
  public var bytes: Int { plans.reduce(0) { $0 + $1.bytes } + workspace.sums.bytes }

  // MARK: Keeping up to date

  /// Adds a plan's part to all sums, or subtracts it.
  private mutating func count(_ plan: JudgedPlan, _ part: SumTable, _ sign: Int32) {
    for node in plan.path {
      workspace.sums.add(part, to: node, sign: sign)
      planFindings.add(plan.planFindings, to: node, sign: Int(sign))
    }
  }

  /// A plan had other findings on no line before.
  mutating func countPlanFindings(_ plan: Int, before: PlanFindings) {
    let now = plans[plan].planFindings
    guard before != now else { return }
    for node in plans[plan].path {
      planFindings.add(before, to: node, sign: -1)
      planFindings.add(now, to: node, sign: 1)
    }
  }

  /// Changes a plan by `body`, and judges it again.
  mutating func rejudge(_ plan: Int, _ body: (inout PortfolioPlan, inout StringTables) -> Void) {
    let old = sumsOfPlan(plan)
    count(plans[plan], old, -1)
    body(&plans[plan].plan, &workspace.strings)
    workspace.judge.resolveNew(workspace.strings)
    plans[plan].cluster = workspace.judge.strings.cluster(of: plans[plan].plan)
    workspace.judge.enter(cluster: plans[plan].cluster, workspace.strings)
    let (judgement, part) = workspace.judge.judge(
      plans[plan].plan, workspace.strings.fundLists)
    plans[plan].judgement = judgement
    count(plans[plan], part, 1)
  }

  private func sumsOfPlan(_ plan: Int) -> SumTable {
    workspace.sums.part(tree.node(ofPlan: plan))
  }

  /// Updates the tree after the title, trust or cluster of a plan has changed.
  mutating func rebuildTree() {
    let parts = plans.indices.map { sumsOfPlan($0) }
    tree = PortfolioTree(plans.map(\.plan), index.programme)
    workspace.sums = SumTable(tree, index.programme)
    planFindings = PlanFindingTable(nodes: tree.nodes.count)
    for place in plans.indices {
      plans[place].path = tree.paths[place]
      count(plans[place], parts[place], 1)
    }
  }
}

extension SumTable {
  /// Sums of the nodes of a tree, all zero.
  fileprivate init(_ tree: PortfolioTree, _ programme: Programme) {
    self.init(nodes: tree.nodes.count, categories: programme.categories.count + 1)
  }
}
