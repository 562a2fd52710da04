import Parallel
public import Procurement

/// The plans of many trusts judged against a programme, and kept right while they are edited.
///
/// What is kept of a line is four bytes of codes and two amounts, beside its columns; words are made
/// of a plan that somebody looks at. The result equals an `Assessment` of each plan.
public struct PortfolioAssessment: Sendable {
  /// The programme that they are judged against.
  public let index: ProgrammeIndex
  /// The plans by trust and cluster.
  public private(set) var tree: PortfolioTree
  /// The words of all lines.
  public internal(set) var lexicon: Lexicon
  var books: [PlanBook]
  var sums: SumTable
  var judge: PlanJudge
  /// How many plans of each node lack a service that they should have.
  private var unplanned: [Int]
  /// All costs and all money available, in pence.
  var counted: Int64

  /// Judges plans; nil where their money is more than can be counted (`Portfolio.total`).
  public init?(_ portfolio: Portfolio, against index: ProgrammeIndex) {
    self.index = index
    lexicon = portfolio.lexicon
    let meanings = Meanings(lexicon, index: index)
    let judge = PlanJudge(index.ruleTables, meanings)
    self.judge = judge
    tree = PortfolioTree(portfolio.plans, index.programme)
    let (plans, lexicon) = (portfolio.plans, portfolio.lexicon)
    let judged = concurrentMap(plans.count, with: { judge }) { place, judge in
      judge.enter(cluster: meanings.cluster(of: plans[place]), lexicon)
      let (judgement, sums) = judge.judge(plans[place], lexicon.fundLists)
      return (judgement, sums, total: plans[place].total)
    }
    guard let total = Portfolio.total(of: judged.map(\.total)) else { return nil }
    counted = total.pence
    sums = SumTable(nodes: tree.nodes.count, categories: index.programme.categories.count + 1)
    unplanned = Array(repeating: 0, count: tree.nodes.count)
    books = []
    books.reserveCapacity(plans.count)
    for (place, plan) in plans.enumerated() {
      let book = PlanBook(
        plan: plan, judgement: judged[place].0, cluster: meanings.cluster(of: plan),
        path: tree.paths[place])
      count(book, judged[place].1, 1)
      books.append(book)
    }
  }

  // MARK: Results

  /// How many lines all plans have.
  public var lineCount: Int { books.reduce(0) { $0 + $1.plan.lines.count } }

  /// How many plans there are.
  public var planCount: Int { books.count }

  /// How many lines a plan has.
  public func lineCount(ofPlan plan: Int) -> Int { books[plan].plan.lines.count }

  /// The document that a plan was read from.
  public func source(ofPlan plan: Int) -> String { books[plan].plan.source }

  /// Title, trust and years of a plan.
  public func header(ofPlan plan: Int) -> Plan.Header { books[plan].plan.header }

  /// The split of what the lines below a node cost, without anything being counted.
  public func split(of node: Int) -> Split {
    (0...index.programme.categories.count).reduce(into: Split()) { split, category in
      split.add(sums.split(of: node, category: category))
    }
  }

  /// What the lines below a node come to, and what stands on its plans.
  public func sums(of node: Int) -> LineSums {
    var all = (0...index.programme.categories.count)
      .reduce(LineSums()) { $0 + sums.sums(of: node, category: $1) }
    all.count(.C103, unplanned[node])
    return all
  }

  /// What the lines of one category below a node come to; nil stands for unknown services.
  public func sums(of node: Int, category: Int?) -> LineSums {
    sums.sums(of: node, category: category ?? index.programme.categories.count)
  }

  /// The verdict on a line of a plan.
  public func verdict(ofPlan plan: Int, at place: Int) -> LineVerdict {
    var judge = judge
    judge.enter(cluster: books[plan].cluster, lexicon)
    return judge.verdict(at: place, of: books[plan].plan, books[plan].judgement)
  }

  /// The verdicts on all lines of a plan.
  public func verdicts(ofPlan plan: Int) -> [LineVerdict] {
    var judge = judge
    judge.enter(cluster: books[plan].cluster, lexicon)
    return (0..<lineCount(ofPlan: plan)).map {
      judge.verdict(at: $0, of: books[plan].plan, books[plan].judgement)
    }
  }

  /// A line of a plan; its notes are not here, nor why anything is waived.
  public func line(ofPlan plan: Int, at place: Int) -> PlanLine {
    books[plan].plan.line(at: place, lexicon)
  }

  /// A plan by itself.
  public func plan(at place: Int) -> Plan { books[place].plan.plan(lexicon) }

  /// How many bytes are kept, without the texts of words.
  public var bytes: Int { books.reduce(0) { $0 + $1.bytes } + sums.bytes }

  // MARK: Keeping

  /// A plan's part of all sums comes or goes.
  private mutating func count(_ book: PlanBook, _ part: SumTable, _ sign: Int32) {
    for node in book.path {
      sums.add(part, to: node, sign: sign)
      if book.judgement.unplanned > 0 { unplanned[node] += Int(sign) }
    }
  }

  /// A plan has begun, or ceased, to lack services.
  mutating func countUnplanned(_ plan: Int, before: Int) {
    let (was, isNow) = (before > 0, books[plan].judgement.unplanned > 0)
    guard was != isNow else { return }
    for node in books[plan].path { unplanned[node] += isNow ? 1 : -1 }
  }

  /// Judges a whole plan again after a change that `body` makes.
  mutating func rejudge(_ plan: Int, _ body: (inout PortfolioPlan, inout Lexicon) -> Void) {
    let old = sumsOfPlan(plan)
    count(books[plan], old, -1)
    body(&books[plan].plan, &lexicon)
    judge.learn(lexicon)
    books[plan].cluster = judge.meanings.cluster(of: books[plan].plan)
    judge.enter(cluster: books[plan].cluster, lexicon)
    let (judgement, part) = judge.judge(books[plan].plan, lexicon.fundLists)
    books[plan].judgement = judgement
    count(books[plan], part, 1)
  }

  private func sumsOfPlan(_ plan: Int) -> SumTable {
    sums.part(tree.node(ofPlan: plan))
  }

  /// Brings the tree up to date after a plan has another title, trust or cluster.
  mutating func replant() {
    let parts = books.indices.map { sumsOfPlan($0) }
    tree = PortfolioTree(books.map(\.plan), index.programme)
    sums = SumTable(nodes: tree.nodes.count, categories: index.programme.categories.count + 1)
    unplanned = Array(repeating: 0, count: tree.nodes.count)
    for place in books.indices {
      books[place].path = tree.paths[place]
      count(books[place], parts[place], 1)
    }
  }
}
