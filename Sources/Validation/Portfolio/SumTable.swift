import Procurement

/// The sums of many nodes by category, in two arrays.
struct SumTable: Sendable {
  /// The order of the counts of a category: findings by code, lines by supply, waived findings.
  struct Layout: Hashable, Sendable {
    /// The number of codes.
    let codes: Int

    /// The place of the four counts of lines, of which that for unknown services is first.
    var supplies: Int { codes }
    var waived: Int { codes + 1 + Supply.allCases.count }
    /// The number of counts.
    var counts: Int { waived + 1 }
  }

  // Computed, so that no sum has to initialise a global.
  private static var moneys: Int { 5 }

  private let layout: Layout
  private let categories: Int
  private var money: [Int64]
  private var counts: [Int32]

  /// A table of zeros for a number of nodes; `categories` includes one for unknown services.
  init(nodes: Int, categories: Int, codes: Int = FindingCode.allCases.count) {
    layout = Layout(codes: codes)
    self.categories = categories
    money = Array(repeating: 0, count: nodes * categories * SumTable.moneys)
    counts = Array(repeating: 0, count: nodes * categories * layout.counts)
  }

  /// The sums of a node's lines of one category.
  func sums(of node: Int, category: Int) -> LineSums {
    let block = node * categories + category
    let money = self.money[(block * SumTable.moneys)...].prefix(SumTable.moneys)
    let counts = self.counts[(block * layout.counts)...].prefix(layout.counts).map(Int.init)
    return LineSums(money: money, counts: counts, layout)
  }

  /// The split of a node's lines of one category.
  func split(of node: Int, category: Int) -> Split {
    let first = (node * categories + category) * SumTable.moneys
    var split = Split()
    split.cost.pence = money[first]
    split.programmeFunded.pence = money[first + 1]
    split.covered.pence = money[first + 2]
    split.unconfirmed.pence = money[first + 3]
    return split
  }

  /// Adds a line to a node or, with `sign` -1, subtracts it.
  ///
  /// Sums may wrap while several lines change, but end up right, because the total of a portfolio
  /// is within bounds (`Portfolio.total`).
  mutating func add(_ line: LineContribution, to node: Int, sign: Int32) {
    lend { $0.add(line, to: node, sign: sign) }
  }

  /// Calls `body` with the sums as memory.
  @inline(__always)
  mutating func lend<Result>(_ body: (Memory) -> Result) -> Result {
    let (layout, categories) = (layout, categories)
    return money.lendMutable { money in
      counts.lendMutable { counts in
        body(Memory(layout: layout, categories: categories, money: money, counts: counts))
      }
    }
  }

  /// The sums as memory; nodes and categories are not checked.
  struct Memory {
    fileprivate let layout: Layout
    fileprivate let categories: Int
    fileprivate let money: UnsafeMutablePointer<Int64>
    fileprivate let counts: UnsafeMutablePointer<Int32>

    /// Adds a line to a node or, with `sign` -1, subtracts it.
    func add(_ line: LineContribution, to node: Int, sign: Int32) {
      addMoney(of: line, to: node, factor: Int64(sign))
      addCounts(of: line, to: node, sign: sign)
      let block = node &* categories &+ line.category
      var rest = line.findings.bits
      while rest != 0 {
        counts[block &* layout.counts &+ rest.trailingZeroBitCount] &+= sign
        rest &= rest &- 1
      }
    }

    /// Adds a line to the first node; its findings are counted by a tally.
    @inline(__always)
    func add(_ line: LineContribution, _ tally: inout BitTally) {
      addMoney(of: line, to: 0, factor: 1)
      addCounts(of: line, to: 0, sign: 1)
      tally.add(line.findings, category: line.category)
    }

    @inline(__always)
    private func addMoney(of line: LineContribution, to node: Int, factor: Int64) {
      let place = (node &* categories &+ line.category) &* SumTable.moneys
      money[place] &+= factor &* line.cost
      money[place &+ 1] &+= factor &* line.programmeFunded
      money[place &+ 2] &+= factor &* line.covered
      money[place &+ 3] &+= factor &* line.unconfirmed
      money[place &+ 4] &+= factor &* line.expected
    }

    @inline(__always)
    private func addCounts(of line: LineContribution, to node: Int, sign: Int32) {
      let first = (node &* categories &+ line.category) &* layout.counts
      counts[first &+ layout.supplies &+ line.supply] &+= sign
      if line.waived > 0 { counts[first &+ layout.waived] &+= sign &* Int32(line.waived) }
    }
  }

  /// Calls `body` with the sums and a tally of findings for the first node, then empties the tally.
  @inline(__always)
  mutating func tally(_ body: (Memory, inout BitTally) -> Void) {
    var bytes = [UInt64](repeating: 0, count: categories * BitTally.numbers(layout))
    lend { sums in
      bytes.withUnsafeMutableBufferPointer { bytes in
        var tally = BitTally(bytes, into: sums.counts, sums.layout)
        body(sums, &tally)
        tally.empty()
      }
    }
  }

  /// A node's sums as a table of one node.
  func part(_ node: Int) -> SumTable {
    var part = SumTable(nodes: 1, categories: categories, codes: layout.codes)
    let (moneys, numbers) = (part.money.count, part.counts.count)
    part.money = Array(money[(node * moneys)...].prefix(moneys))
    part.counts = Array(counts[(node * numbers)...].prefix(numbers))
    return part
  }

  /// The number of bytes that it takes.
  var bytes: Int { 8 * money.capacity + 4 * counts.capacity }

  /// Adds the only node of another table to a node or, with `sign` -1, subtracts it.
  mutating func add(_ other: SumTable, to node: Int, sign: Int32 = 1) {
    let (m, c) = (node * other.money.count, node * other.counts.count)
    for index in other.money.indices { money[m + index] &+= Int64(sign) &* other.money[index] }
    for index in other.counts.indices { counts[c + index] &+= sign &* other.counts[index] }
  }
}
