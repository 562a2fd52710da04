import Procurement

/// What stands on the lines of one plan of a portfolio, a column for each result.
struct PlanJudgement: Sendable {
  /// The codes that stand on each line, waived ones included; a bit a code.
  var findings: [UInt32]
  /// What each line costs, in pence.
  var costs: [Int64]
  /// How much of it the trust's funds cover, in pence.
  var covered: [Int64]
  /// How many of the services that a plan should have are on no line (C103).
  var unplanned = 0
  /// What lines draw on funds, in blocks of `blockSize` lines.
  var blocks: BlockBalances
  /// What funds have available.
  let opening: Ledger

  /// So many lines that nobody has judged.
  init(_ plan: PortfolioPlan) {
    let count = plan.lines.count
    findings = Array(repeating: 0, count: count)
    costs = Array(repeating: 0, count: count)
    covered = Array(repeating: 0, count: count)
    opening = Ledger(plan.funds)
    let size = PlanJudgement.blockSize(opening)
    blocks = BlockBalances(opening: opening.balances, blocks: (count + size - 1) / size)
  }

  /// How many lines share what is kept of the funds: at least as many as there are balances, so that
  /// it is two numbers a line at most.
  private static func blockSize(_ ledger: Ledger) -> Int { max(16, ledger.balances.count) }

  var blockSize: Int { PlanJudgement.blockSize(opening) }

  /// The lines of a block.
  func lines(ofBlock block: Int) -> Range<Int> {
    block * blockSize..<min((block + 1) * blockSize, costs.count)
  }

  /// How many bytes it takes, spare room included.
  var bytes: Int {
    4 * findings.capacity + 8 * (costs.capacity + covered.capacity) + blocks.bytes
  }

  // MARK: Memory

  /// The columns as memory to write in.
  struct Memory {
    let findings: UnsafeMutablePointer<UInt32>
    fileprivate let costs: UnsafeMutablePointer<Int64>
    let covered: UnsafeMutablePointer<Int64>
    fileprivate let count: Int
    fileprivate let blockSize: Int

    /// The lines of a block.
    func lines(ofBlock block: Int) -> Range<Int> {
      block * blockSize..<min((block + 1) * blockSize, count)
    }

    /// Keeps what a line comes to, beside findings that ask for other lines, and returns all that
    /// stand.
    @inline(__always)
    @discardableResult
    func put(_ outcome: LineJudge.Outcome, at place: Int) -> UInt32 {
      let all = findings[place] & RuleTables.companyCodes | outcome.findings
      findings[place] = all
      costs[place] = outcome.cost
      covered[place] = outcome.covered
      return all
    }
  }

  /// Lends the columns as memory, with the blocks.
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
