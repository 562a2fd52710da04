import Procurement

/// The places of a plan's lines by the numbers of their ids; it is reused for each plan.
struct LinePlaces {
  private var places: [UInt32]
  private var marks: [UInt32]
  private var mark: UInt32 = 0

  init(_ ids: Int) {
    places = Array(repeating: 0, count: ids)
    marks = Array(repeating: 0, count: ids)
  }

  /// Forgets all lines.
  mutating func begin() { mark &+= 1 }

  /// The place of a line; a new one gets `place`.
  @inline(__always)
  mutating func place(of id: StringID, else place: Int) -> Int? {
    if marks[Int(id)] == mark { return Int(places[Int(id)]) }
    marks[Int(id)] = mark
    places[Int(id)] = UInt32(place)
    return nil
  }
}

/// Builds the plan of one trust from its runs of rows, from any part of the table.
struct SheetReader {
  private var plan: PortfolioPlan
  private let cluster: UInt16
  private var faults = FaultList(keeping: RowBlock.mostFaults)
  /// The years that have amounts, by their place in the range of years.
  private var years = [Bool](repeating: false, count: FinancialYear.range.count)

  /// A plan without lines.
  init(_ plan: PortfolioPlan, cluster: UInt16) {
    self.plan = plan
    self.cluster = cluster
    for year in plan.funds.flatMap(\.available.keys) { years[SheetReader.place(year.start)] = true }
  }

  /// The plan, and the faults of its rows.
  var finished: (plan: PortfolioPlan, faults: FaultList) {
    var plan = plan
    plan.header.years = years.indices.filter { years[$0] }.compactMap {
      FinancialYear(start: $0 + FinancialYear.range.lowerBound)
    }
    return (plan, faults)
  }

  private static func place(_ start: Int) -> Int { start - FinancialYear.range.lowerBound }

  /// Reserves capacity for the lines of all segments. A trust whose rows alternate with those of
  /// others has many segments, and growing for each would move all lines each time.
  mutating func reserve(_ segments: [(PortfolioAssembly.Segment, RowBlock)]) {
    plan.lines.reserve(
      lines: segments.reduce(0) { $0 + $1.0.runs.count },
      amounts: segments.reduce(0) { $0 + $1.1.amounts(of: $1.0) })
  }

  /// Adds the lines of a segment.
  mutating func read(
    _ segment: PortfolioAssembly.Segment, of block: RowBlock, _ map: StringTablesMap,
    after lines: Int,
    _ places: inout LinePlaces
  ) {
    var next = segment.amounts
    for run in segment.runs {
      let run = block.runs[run]
      let amounts = next..<next + Int(run.amounts)
      next = amounts.upperBound
      var line = map.line(run.line)
      line.row = UInt32(clamping: Int(line.row) + lines)
      guard run.cluster == cluster else {
        fault(PortfolioFault.otherCluster, line)
        continue
      }
      if let place = places.place(of: line.id, else: plan.lines.count) {
        merge(line, block, amounts, at: place)
      } else {
        plan.lines.append(line)
        for amount in amounts {
          set(block.pence[amount], block.slots[amount], plan.lines.count - 1)
        }
      }
    }
  }

  /// Adds the amounts of a run to a line that has other rows elsewhere.
  private mutating func merge(
    _ line: ColumnLine, _ block: RowBlock, _ amounts: Range<Int>, at place: Int
  ) {
    if let column = line.differs(from: plan.lines[place]) {
      fault(PortfolioFault.otherwise(column), line)
      return
    }
    let known = Set(plan.lines.amounts(at: place).map { plan.lines.amountSlots[$0].start })
    var told: Set<Int> = []
    for amount in amounts {
      let slot = block.slots[amount]
      if known.contains(slot.start) {
        if told.insert(slot.start).inserted, let year = slot.year {
          fault(PortfolioFault.again(year), line)
        }
      } else {
        set(block.pence[amount], slot, place)
      }
    }
  }

  @inline(__always)
  private mutating func set(_ pence: Int64, _ slot: AmountSlot, _ place: Int) {
    plan.lines.set(pence, in: slot, at: place)
    years[SheetReader.place(slot.start)] = true
  }

  private mutating func fault(_ message: String, _ line: ColumnLine) {
    faults.add(Fault(place: Place(line: Int(line.row), column: 1), message: message))
  }
}

extension RowBlock {
  /// The number of amounts of the runs of a segment.
  fileprivate func amounts(of segment: PortfolioAssembly.Segment) -> Int {
    runs[segment.runs].reduce(0) { $0 + Int($1.amounts) }
  }
}
