import Procurement

/// The results of the lines of one plan of a portfolio, a column for each.
struct PlanJudgement: Sendable {
  /// The findings on each line, including waived ones.
  var findings: [FindingSet]
  /// What each line costs, in pence.
  var costs: [Int64]
  /// How much of it the trust's funds cover, in pence.
  var covered: [Int64]
  /// How much of it comes from funds that are not confirmed, in pence; empty where the plan has none.
  var unconfirmed: [Int64]
  /// How many lines the programme pays for of which only the cluster's LSP may supply.
  var exclusiveProgrammeLines = 0
  /// What the services of its lines leave out.
  var unplanned = UnplannedServices()
  /// What lines draw on funds, in blocks of `blockSize` lines.
  var blocks: BlockBalances
  /// The balances before the first line.
  let opening: Ledger

  /// The judgement of a plan whose lines are not judged yet.
  init(_ plan: PortfolioPlan) {
    let count = plan.lines.count
    findings = Array(repeating: FindingSet(), count: count)
    costs = Array(repeating: 0, count: count)
    covered = Array(repeating: 0, count: count)
    let isConfirmed = plan.funds.allSatisfy { $0.certainty == .confirmed }
    unconfirmed = Array(repeating: 0, count: isConfirmed ? 0 : count)
    opening = Ledger(plan.funds)
    let size = PlanJudgement.blockSize(opening)
    blocks = BlockBalances(opening: opening.balances, blocks: (count + size - 1) / size)
  }

  /// The number of lines in a block: at least the number of balances, so that no more than two
  /// numbers are stored for each line.
  private static func blockSize(_ ledger: Ledger) -> Int { max(16, ledger.balances.count) }

  var blockSize: Int { PlanJudgement.blockSize(opening) }

  /// The lines of a block.
  func lines(ofBlock block: Int) -> Range<Int> {
    block * blockSize..<min((block + 1) * blockSize, costs.count)
  }

  /// How many bytes it takes, including spare capacity.
  var bytes: Int {
    8 * (findings.capacity + costs.capacity + covered.capacity + unconfirmed.capacity)
      + blocks.bytes
  }

  /// The findings on no line, including waived ones.
  var planFindings: FindingSet {
    var findings = FindingSet()
    if unplanned.expected > 0 { findings.insert(.C103) }
    if exclusiveProgrammeLines > 0, unplanned.lacksLocalWork { findings.insert(.C106) }
    return findings
  }

  // MARK: Memory

  /// The columns as memory to write in.
  struct Memory {
    fileprivate let findings: UnsafeMutablePointer<FindingSet>
    fileprivate let costs: UnsafeMutablePointer<Int64>
    fileprivate let covered: UnsafeMutablePointer<Int64>
    /// Nil where all funds of the plan are confirmed.
    fileprivate let unconfirmed: UnsafeMutablePointer<Int64>?
    fileprivate let count: Int
    fileprivate let blockSize: Int

    /// The lines of a block.
    func lines(ofBlock block: Int) -> Range<Int> {
      block * blockSize..<min((block + 1) * blockSize, count)
    }

    /// The result of a line.
    subscript(place: Int) -> LineResult {
      LineResult(
        findings: findings[place], cost: costs[place], covered: covered[place],
        unconfirmed: unconfirmed?[place] ?? 0)
    }

    /// Stores the result for a line, keeps findings with the codes `kept`, and returns all
    /// findings.
    @inline(__always)
    @discardableResult
    func put(
      _ outcome: LineJudge.Outcome, at place: Int, keeping kept: FindingSet
    ) -> FindingSet {
      var all = findings[place].intersection(kept)
      all.formUnion(outcome.findings)
      findings[place] = all
      costs[place] = outcome.cost
      covered[place] = outcome.covered
      unconfirmed?[place] = outcome.unconfirmed
      return all
    }
  }

  /// Calls `body` with the columns as memory, and with the blocks.
  mutating func lend(_ body: (Memory, inout BlockBalances) -> Void) {
    let (count, size) = (costs.count, blockSize)
    let hasUnconfirmed = !unconfirmed.isEmpty
    findings.lendMutable { findings in
      costs.lendMutable { costs in
        covered.lendMutable { covered in
          unconfirmed.lendMutable { unconfirmed in
            let memory = Memory(
              findings: findings, costs: costs, covered: covered,
              unconfirmed: hasUnconfirmed ? unconfirmed : nil, count: count, blockSize: size)
            body(memory, &blocks)
          }
        }
      }
    }
  }
}

/// The stored result for a line; amounts are in pence.
struct LineResult: Hashable, Sendable {
  var findings: FindingSet
  var cost: Int64
  var covered: Int64
  var unconfirmed: Int64
}

extension PlanJudgement {
  /// The result of a line.
  subscript(place: Int) -> LineResult {
    LineResult(
      findings: findings[place], cost: costs[place], covered: covered[place],
      unconfirmed: unconfirmed.isEmpty ? 0 : unconfirmed[place])
  }
}
