import Procurement

/// The results of the lines of one plan of a portfolio, a column for each.
struct PlanJudgement: Sendable {
  /// The findings on each line, including waived ones.
  var findings: [FindingSet]
  /// What each line costs, in pence.
  var costs: [Int64]
  /// How much of it the trust's funds cover, in pence.
  var covered: [Int64]
  /// The number of expected services for which the plan does not have a line (C103).
  var unplanned = 0
  /// The balances of funds before each block of `blockSize` lines.
  var blocks: BlockBalances
  /// The balances before the first line.
  let opening: Ledger

  /// The judgement of a plan whose lines are not judged yet.
  init(_ plan: PortfolioPlan) {
    let count = plan.lines.count
    findings = Array(repeating: FindingSet(), count: count)
    costs = Array(repeating: 0, count: count)
    covered = Array(repeating: 0, count: count)
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
    8 * (findings.capacity + costs.capacity + covered.capacity) + blocks.bytes
  }

  // MARK: Memory

  /// The columns as memory to write in.
  struct Memory {
    fileprivate let findings: UnsafeMutablePointer<FindingSet>
    fileprivate let costs: UnsafeMutablePointer<Int64>
    fileprivate let covered: UnsafeMutablePointer<Int64>
    fileprivate let count: Int
    fileprivate let blockSize: Int

    /// The lines of a block.
    func lines(ofBlock block: Int) -> Range<Int> {
      block * blockSize..<min((block + 1) * blockSize, count)
    }

    /// The result of a line.
    subscript(place: Int) -> LineResult {
      LineResult(findings: findings[place], cost: costs[place], covered: covered[place])
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
      return all
    }
  }

  /// Calls `body` with the columns as memory, and with the blocks.
  mutating func lend(_ body: (Memory, inout BlockBalances) -> Void) {
    let (count, size) = (costs.count, blockSize)
    findings.lendMutable { findings in
      costs.lendMutable { costs in
        covered.lendMutable { covered in
          let memory = Memory(
            findings: findings, costs: costs, covered: covered, count: count, blockSize: size)
          body(memory, &blocks)
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
}

extension PlanJudgement {
  /// The result of a line.
  subscript(place: Int) -> LineResult {
    LineResult(findings: findings[place], cost: costs[place], covered: covered[place])
  }
}
