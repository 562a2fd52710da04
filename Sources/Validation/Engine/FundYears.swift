import Procurement

/// Which balance of a ledger is of which fund and year.
///
/// A fund has a balance for each year from its first to its last. A fund with few years that are
/// far apart has balances for these years only; otherwise ten thousand such funds would need
/// millions.
struct FundYears: Hashable, Sendable {
  /// The consecutive years of a fund, and where its balances start.
  fileprivate struct Span: Hashable, Sendable {
    var first: Int32 = 0
    var count: Int32 = 0
    var start = 0
  }

  /// A fund and a year as one number, in the order of the cells of funds with gaps between years.
  fileprivate typealias Key = UInt64

  /// How many balances there are.
  private(set) var cellCount = 0
  private var spans: [Span] = []
  private var scattered: [Key] = []
  private var scatteredStart = 0

  /// How many years without an amount a fund may have and still be stored as consecutive years.
  private static let slack = 16

  /// The years in which funds have money available.
  init(_ funds: [Fund]) {
    spans.reserveCapacity(funds.count)
    for (place, fund) in funds.enumerated() {
      let starts = fund.available.keys.map(\.start)
      guard let first = starts.min(), let last = starts.max() else {
        spans.append(Span())
        continue
      }
      let count = last - first + 1
      if count > starts.count + FundYears.slack {
        spans.append(Span())
        scattered += starts.sorted().map { FundYears.key(place, $0) }
      } else {
        spans.append(Span(first: Int32(first), count: Int32(count), start: cellCount))
        cellCount += count
      }
    }
    scatteredStart = cellCount
    cellCount += scattered.count
  }

  fileprivate static func key(_ fund: Int, _ start: Int) -> Key {
    Key(fund) << 16 | Key(start)
  }

  /// The place of the balance of a fund in a year; nil for a year in which it has none.
  func cell(_ fund: Int, _ start: Int) -> Int? { lend { $0.cell(fund, start) } }

  /// Visits all cells with the year in which each starts.
  func forEachCell(_ visit: (_ start: Int, _ cell: Int) -> Void) {
    for span in spans {
      for offset in 0..<Int(span.count) { visit(Int(span.first) + offset, span.start + offset) }
    }
    for (offset, key) in scattered.enumerated() {
      visit(Int(key & 0xFFFF), scatteredStart + offset)
    }
  }

  /// Lends the places as memory.
  @inline(__always)
  func lend<Result>(_ body: (Memory) -> Result) -> Result {
    spans.lend { spans in
      scattered.withUnsafeBufferPointer { scattered in
        body(Memory(spans: spans, scattered: scattered, scatteredStart: scatteredStart))
      }
    }
  }

  /// The places as memory; fund numbers are not checked.
  struct Memory {
    fileprivate let spans: UnsafePointer<Span>
    fileprivate let scattered: UnsafeBufferPointer<Key>
    fileprivate let scatteredStart: Int

    /// The place of the balance of a fund in a year; nil for a year in which it has none.
    @inline(__always)
    func cell(_ fund: Int, _ start: Int) -> Int? {
      let span = spans[fund]
      let offset = start &- Int(span.first)
      if offset >= 0, offset < Int(span.count) { return span.start &+ offset }
      return scattered.isEmpty ? nil : scatteredCell(fund, start)
    }

    @inline(never)
    private func scatteredCell(_ fund: Int, _ start: Int) -> Int? {
      let key = FundYears.key(fund, start)
      var low = 0
      var high = scattered.count
      while low < high {
        let middle = (low + high) / 2
        if scattered[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low < scattered.count && scattered[low] == key ? scatteredStart + low : nil
    }
  }
}
