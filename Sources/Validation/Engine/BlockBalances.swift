/// The balances of the funds before each block of a plan's lines, and the lowest during its draws.
///
/// A block in which lines have changed is drawn again. A later block needs to be drawn again only
/// if its opening balances have changed and one of them ran out, or would run out now. Otherwise
/// its draws stay the same, and the change is passed on to the next block.
///
/// Amounts that are too large are refused on input, so sums here wrap and do not trap.
struct BlockBalances: Sendable {
  /// How many balances there are, one for each fund and year.
  private let cells: Int
  /// The opening balances of each block, one block after the other.
  private var entries: [Int64] = []
  /// The lowest that each balance is while the block draws.
  private var lows: [Int64] = []
  /// Which blocks must be drawn again.
  private var isStale: [Bool] = []
  /// The balances after the last line.
  private(set) var closing: [Int64]

  /// A number of blocks, none of which has been drawn yet.
  init(opening: [Int64], blocks: Int) {
    cells = opening.count
    closing = opening
    for _ in 0..<blocks { add(at: isStale.count) }
  }

  /// How many blocks there are.
  var count: Int { isStale.count }

  /// How many bytes it takes, including spare capacity.
  var bytes: Int { 8 * (entries.capacity + lows.capacity) + isStale.capacity }

  /// The first block from `start` on that must be drawn again.
  func firstStale(from start: Int = 0) -> Int? { isStale[start...].firstIndex(of: true) }

  // MARK: Changes

  /// Marks a block whose lines have changed, so that it is drawn again.
  mutating func mark(_ block: Int) { isStale[block] = true }

  /// Inserts a block that must be drawn.
  mutating func add(at block: Int) {
    let found = block < isStale.count ? Array(entries[range(block)]) : closing
    entries.insert(contentsOf: found, at: block * cells)
    lows.insert(contentsOf: repeatElement(0, count: cells), at: block * cells)
    isStale.insert(true, at: block)
  }

  /// Removes a block; the next one gets its opening balances.
  mutating func drop(_ block: Int) {
    let found = Array(entries[range(block)])
    entries.removeSubrange(range(block))
    lows.removeSubrange(range(block))
    isStale.remove(at: block)
    if block < isStale.count {
      entries.replaceSubrange(range(block), with: found)
      mark(block)
    } else {
      closing = found
    }
  }

  /// Starts from other balances.
  mutating func reopen(_ opening: [Int64]) {
    if let block = passOn(opening, from: 0) { mark(block) }
  }

  // MARK: Drawing

  /// The opening balances of a block.
  func found(by block: Int) -> ArraySlice<Int64> { entries[range(block)] }

  /// Loads the opening balances of a block into a ledger, which then records its lowest balances.
  func load(_ block: Int, into ledger: inout Ledger) {
    ledger.withCells { $0.begin(with: found(by: block)) }
  }

  /// Stores the opening balances of a block, when blocks are drawn for the first time, in order.
  mutating func open(_ block: Int, _ ledger: LedgerCells) {
    let start = block * cells
    for cell in 0..<cells {
      entries[start + cell] = ledger.balances[cell]
      ledger.lowest[cell] = .max
    }
  }

  /// Stores the lowest balances of such a block, and the closing ones if it is the last.
  mutating func finish(_ block: Int, _ ledger: LedgerCells) {
    let start = block * cells
    for cell in 0..<cells { lows[start + cell] = ledger.lowest[cell] }
    isStale[block] = false
    guard block == isStale.count - 1 else { return }
    for cell in 0..<cells { closing[cell] = ledger.balances[cell] }
  }

  /// Stores the lowest balances of a block that has been drawn, and passes on what it left; returns
  /// the next block that must be drawn because of it.
  @discardableResult
  mutating func close(_ block: Int, _ ledger: Ledger) -> Int? {
    let start = block * cells
    for cell in 0..<cells { lows[start + cell] = ledger.lowest[cell] }
    isStale[block] = false
    let other = passOn(ledger.balances, from: block + 1)
    if let other { mark(other) }
    return other
  }

  /// Draws more pence on a balance in a block; returns false, and draws nothing, if the balance
  /// runs out for a line of the block, before or now.
  mutating func take(_ pence: Int64, of cell: Int, in block: Int) -> Bool {
    let place = block * cells + cell
    let low = lows[place]
    guard low != .max, low > 0, low &- pence > 0 else { return false }
    lows[place] = low &- pence
    var balances = block + 1 < isStale.count ? Array(found(by: block + 1)) : closing
    balances[cell] &-= pence
    if let other = passOn(balances, from: block + 1) { mark(other) }
    return true
  }

  /// Passes balances on to a block and, as long as its draws stay the same, to the blocks after it;
  /// returns the first block that must be drawn again.
  private mutating func passOn(_ balances: [Int64], from first: Int) -> Int? {
    guard first < isStale.count else {
      closing = balances
      return nil
    }
    let changed = range(first).enumerated().compactMap { cell, source in
      balances[cell] == entries[source] ? nil : (cell, balances[cell] &- entries[source])
    }
    if changed.isEmpty { return nil }
    for block in first..<isStale.count {
      let start = block * cells
      for (cell, change) in changed { entries[start + cell] &+= change }
      let isSame = changed.allSatisfy { cell, change in
        let low = lows[start + cell]
        return low == .max || (low > 0 && low &+ change > 0)
      }
      guard isSame else { return block }
      for (cell, change) in changed where lows[start + cell] != .max {
        lows[start + cell] &+= change
      }
    }
    for (cell, change) in changed { closing[cell] &+= change }
    return nil
  }

  private func range(_ block: Int) -> Range<Int> {
    block * cells..<(block + 1) * cells
  }
}
