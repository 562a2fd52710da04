public import Procurement

/// What lines come to together: money, lines by supply and findings by code.
public struct LineSums: Hashable, Sendable {
  /// The split of their cost.
  public internal(set) var split = Split()
  /// What trusts must pay in the year of the programme's figure of expected spending.
  public internal(set) var expected = Money.zero
  /// How many lines there are.
  public internal(set) var lines = 0
  /// How many findings are waived.
  public internal(set) var waived = 0
  private var supplies = [Int](repeating: 0, count: Supply.allCases.count)
  private var codes = [Int](repeating: 0, count: FindingCode.allCases.count)

  /// Of no lines.
  public init() {}

  /// How many lines have a supply verdict.
  public func lines(_ supply: Supply) -> Int { supplies[Int(supply.number) - 1] }

  /// How many findings of a code stand that are not waived.
  public func findings(_ code: FindingCode) -> Int { codes[Int(code.ordinal)] }

  /// How many findings of a severity stand that are not waived.
  public func findings(_ severity: Severity) -> Int {
    FindingCode.allCases.reduce(0) { $0 + ($1.severity == severity ? findings($1) : 0) }
  }

  /// The sums of both.
  public static func + (left: LineSums, right: LineSums) -> LineSums {
    var sums = left
    sums.split.add(right.split)
    sums.expected.pence &+= right.expected.pence
    sums.lines += right.lines
    sums.waived += right.waived
    for supply in sums.supplies.indices { sums.supplies[supply] += right.supplies[supply] }
    for code in sums.codes.indices { sums.codes[code] += right.codes[code] }
    return sums
  }

  /// Counts findings that are on no line.
  mutating func count(_ code: FindingCode, _ number: Int) { codes[Int(code.ordinal)] += number }
}

/// What one line adds to every sum that it is in.
struct LineShare: Hashable, Sendable {
  /// The index of its category; one more than the last where its service is unknown.
  var category: Int
  var cost: Int64
  var programmeFunded: Int64
  var covered: Int64
  /// What the trust pays in the year of the figure, in pence.
  var expected: Int64
  /// Codes that stand and are not waived, a bit each; then one for the line, and one of three for its
  /// supply.
  var counted: UInt32
  var waived: Int
}

/// The sums of many nodes by category, in two arrays.
struct SumTable: Sendable {
  // Computed, so that no sum waits for a global to be made.
  private static var moneys: Int { 4 }
  /// Counts stand in the order of the bits of `LineShare.counted`, then that of waived findings.
  private static var counts: Int { 32 }
  private static var lines: Int { 26 }
  private static var supplies: Int { 27 }
  private static var waived: Int { 30 }

  private let categories: Int
  private var money: [Int64]
  private var counts: [Int32]

  /// Nothing yet, for so many nodes; `categories` counts one more for unknown services.
  init(nodes: Int, categories: Int) {
    self.categories = categories
    money = Array(repeating: 0, count: nodes * categories * SumTable.moneys)
    counts = Array(repeating: 0, count: nodes * categories * SumTable.counts)
  }

  /// The sums of a node's lines of one category.
  func sums(of node: Int, category: Int) -> LineSums {
    let block = node * categories + category
    let money = self.money[(block * SumTable.moneys)...].prefix(SumTable.moneys).map(\.self)
    let counts = self.counts[(block * SumTable.counts)...].prefix(SumTable.counts).map(Int.init)
    return LineSums(
      money: money, codes: Array(counts[..<FindingCode.allCases.count]),
      lines: counts[SumTable.lines], supplies: Array(counts[SumTable.supplies..<SumTable.waived]),
      waived: counts[SumTable.waived])
  }

  /// The split of a node's lines of one category.
  func split(of node: Int, category: Int) -> Split {
    let first = (node * categories + category) * SumTable.moneys
    var split = Split()
    split.cost.pence = money[first]
    split.programmeFunded.pence = money[first + 1]
    split.covered.pence = money[first + 2]
    return split
  }

  /// Adds a line to a node; `sign` -1 takes it away.
  ///
  /// Sums wrap while lines come and go, and are right in the end, since all money of a portfolio
  /// can be counted (`Portfolio.total`).
  mutating func add(_ share: LineShare, to node: Int, sign: Int32) {
    lend { $0.add(share, to: node, sign: sign) }
  }

  /// Lends the sums as memory.
  @inline(__always)
  mutating func lend<Result>(_ body: (Memory) -> Result) -> Result {
    money.lendMutable { money in
      counts.lendMutable { counts in
        body(Memory(categories: categories, money: money, counts: counts))
      }
    }
  }

  /// The sums as memory; nodes and categories are not checked.
  struct Memory {
    fileprivate let categories: Int
    fileprivate let money: UnsafeMutablePointer<Int64>
    fileprivate let counts: UnsafeMutablePointer<Int32>

    /// Adds a line to a node; `sign` -1 takes it away.
    func add(_ share: LineShare, to node: Int, sign: Int32) {
      let block = node &* categories &+ share.category
      addMoney(of: share, to: node, factor: Int64(sign))
      var rest = share.counted
      while rest != 0 {
        counts[block &* SumTable.counts &+ rest.trailingZeroBitCount] &+= sign
        rest &= rest &- 1
      }
      countWaived(of: share, in: node, sign: sign)
    }

    /// Adds a line to the first node, where its bits are counted by a tally.
    @inline(__always)
    func add(_ share: LineShare, _ tally: inout BitTally) {
      addMoney(of: share, to: 0, factor: 1)
      tally.add(share.counted, category: share.category)
      if share.waived > 0 { countWaived(of: share, in: 0, sign: 1) }
    }

    @inline(__always)
    private func addMoney(of share: LineShare, to node: Int, factor: Int64) {
      let place = (node &* categories &+ share.category) &* SumTable.moneys
      money[place] &+= factor &* share.cost
      money[place &+ 1] &+= factor &* share.programmeFunded
      money[place &+ 2] &+= factor &* share.covered
      money[place &+ 3] &+= factor &* share.expected
    }

    private func countWaived(of share: LineShare, in node: Int, sign: Int32) {
      let block = node &* categories &+ share.category
      counts[block &* SumTable.counts &+ SumTable.waived] &+= sign &* Int32(share.waived)
    }
  }

  /// Lends the sums, and a tally of the first node's counts, which is emptied at the end.
  @inline(__always)
  mutating func tally(_ body: (Memory, inout BitTally) -> Void) {
    var bytes = [UInt64](repeating: 0, count: categories * 4)
    lend { sums in
      bytes.withUnsafeMutableBufferPointer { bytes in
        var tally = BitTally(bytes, into: sums.counts)
        body(sums, &tally)
        tally.empty()
      }
    }
  }

  /// A node's sums as a table of one node.
  func part(_ node: Int) -> SumTable {
    var part = SumTable(nodes: 1, categories: categories)
    let (moneys, numbers) = (part.money.count, part.counts.count)
    part.money = Array(money[(node * moneys)...].prefix(moneys))
    part.counts = Array(counts[(node * numbers)...].prefix(numbers))
    return part
  }

  /// How many bytes it takes.
  var bytes: Int { 8 * money.capacity + 4 * counts.capacity }

  /// Adds the only node of another table to a node; `sign` -1 takes it away.
  mutating func add(_ other: SumTable, to node: Int, sign: Int32 = 1) {
    let (m, c) = (node * other.money.count, node * other.counts.count)
    for index in other.money.indices { money[m + index] &+= Int64(sign) &* other.money[index] }
    for index in other.counts.indices { counts[c + index] &+= sign &* other.counts[index] }
  }
}

extension LineSums {
  fileprivate init(money: [Int64], codes: [Int], lines: Int, supplies: [Int], waived: Int) {
    split.cost.pence = money[0]
    split.programmeFunded.pence = money[1]
    split.covered.pence = money[2]
    expected.pence = money[3]
    self.codes = codes
    self.lines = lines
    self.supplies = supplies
    self.waived = waived
  }
}

extension Supply {
  /// Its place in `allCases` and one more.
  var number: UInt32 {
    switch self {
    case .exclusive: 1
    case .nonExclusive: 2
    case .notEngaged: 3
    }
  }
}
