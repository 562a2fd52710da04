/// What each block of a plan's lines finds in the funds, and how low its draws bring them.
///
/// A block in which lines have changed is drawn again. A block after it only needs to be drawn again
/// where it could get something else than before: if what it finds has changed, and a balance ran out
/// or would run out now. Otherwise its draws stay as they are, and the change is passed on to the
/// next block.
///
/// Amounts that cannot be counted are refused where they come in, so sums here wrap and do not trap.
struct BlockBalances: Sendable {
  /// How many balances there are: a fund in a year each.
  private let cells: Int
  /// What each block finds, one after the other.
  private var entries: [Int64] = []
  /// The least that each block leaves of a cell while it draws.
  private var lows: [Int64] = []
  /// Which blocks are to be drawn again.
  private var isStale: [Bool] = []
  /// What is left after the last line.
  private(set) var closing: [Int64]

  /// So many blocks, all of which are still to be drawn from what funds have available.
  init(opening: [Int64], blocks: Int) {
    cells = opening.count
    closing = opening
    for _ in 0..<blocks { add(at: isStale.count) }
  }

  /// How many blocks there are.
  var count: Int { isStale.count }

  /// How many bytes it takes, spare room included.
  var bytes: Int { 8 * (entries.capacity + lows.capacity) + isStale.capacity }

  /// The first block from `start` on that is to be drawn again.
  func firstStale(from start: Int = 0) -> Int? { isStale[start...].firstIndex(of: true) }

  // MARK: Changes

  /// A block's lines have changed, or its number of lines; it is to be drawn again.
  mutating func mark(_ block: Int) { isStale[block] = true }

  /// Puts a block in that is to be drawn.
  mutating func add(at block: Int) {
    let found = block < isStale.count ? Array(entries[range(block)]) : closing
    entries.insert(contentsOf: found, at: block * cells)
    lows.insert(contentsOf: repeatElement(0, count: cells), at: block * cells)
    isStale.insert(true, at: block)
  }

  /// Takes a block out; the one after it finds what that one found.
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

  /// Begins with other balances.
  mutating func reopen(_ opening: [Int64]) {
    if let block = passOn(opening, from: 0) { mark(block) }
  }

  // MARK: Drawing

  /// What a block finds.
  func found(by block: Int) -> ArraySlice<Int64> { entries[range(block)] }

  /// Puts what a block finds into a ledger, and begins to watch how low it falls.
  func load(_ block: Int, into ledger: inout Ledger) {
    ledger.withCells { $0.begin(with: found(by: block)) }
  }

  /// Keeps what a block finds, where blocks are drawn for the first time and in order.
  mutating func open(_ block: Int, _ ledger: LedgerCells) {
    let start = block * cells
    for cell in 0..<cells {
      entries[start + cell] = ledger.balances[cell]
      ledger.lowest[cell] = .max
    }
  }

  /// Keeps how low such a block brought the ledger, and what it left if it is the last.
  mutating func settle(_ block: Int, _ ledger: LedgerCells) {
    let start = block * cells
    for cell in 0..<cells { lows[start + cell] = ledger.lowest[cell] }
    isStale[block] = false
    guard block == isStale.count - 1 else { return }
    for cell in 0..<cells { closing[cell] = ledger.balances[cell] }
  }

  /// A block has been drawn: keeps how low it brought the ledger, and passes on what it left;
  /// returns the next block that must be drawn for it.
  @discardableResult
  mutating func close(_ block: Int, _ ledger: Ledger) -> Int? {
    let start = block * cells
    for cell in 0..<cells { lows[start + cell] = ledger.lowest[cell] }
    isStale[block] = false
    let other = passOn(ledger.balances, from: block + 1)
    if let other { mark(other) }
    return other
  }

  /// Draws so many more pence of a cell in a block, where no line of the block finds it empty, before
  /// or now; false, and nothing is drawn, where one does.
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

  /// Gives what is left to a block and, as long as nobody there gets anything else for it, to the
  /// blocks after it; returns the first that must be drawn again.
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
