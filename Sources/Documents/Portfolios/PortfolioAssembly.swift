import Parallel
import Procurement

/// Assembles the pieces of a table: runs of rows become lines of plans, one plan for each trust.
struct PortfolioAssembly {
  /// Consecutive runs of one trust in a piece.
  struct Segment: Sendable {
    var block: Int
    var runs: Range<Int>
    /// The place of the first amount of the first run.
    var amounts: Int
  }

  /// The rows of one trust in a table.
  struct Sheet: Sendable {
    var trust: StringID
    var cluster: UInt16
    var segments: [Segment] = []
  }

  private(set) var strings = StringTables()
  private(set) var sheets: [Sheet] = []
  private(set) var faults = FaultList(keeping: RowBlock.mostFaults)
  /// The sheet of each trust, by its code for comparison.
  private var sheetPlaces: [String: Int] = [:]
  /// The same by the number of its code as written; -1 if it is unknown.
  private var sheetsOfWords: [Int] = []
  private var widths = RowWidths()
  private var blocks: [RowBlock] = []
  private var maps: [StringTablesMap] = []
  /// The lines of the table before each piece.
  private var lines: [Int] = []
  private var linesBefore = 0

  /// The number of rows.
  private(set) var rows = 0

  /// Adds a fault of the table as a whole.
  mutating func add(_ fault: Fault) { faults.add(fault) }

  /// Adds the next piece.
  mutating func add(_ block: RowBlock) {
    for fault in block.faults.faults { faults.add(fault.moved(down: linesBefore)) }
    faults.add(omitted: block.faults.omitted)
    let map = StringTablesMap(block.strings, into: &strings)
    var amounts = 0
    var start = 0
    while start < block.runs.count {
      let first = block.runs[start]
      var end = start
      var next = amounts
      while end < block.runs.count, block.runs[end].trust == first.trust {
        next += Int(block.runs[end].amounts)
        end += 1
      }
      let segment = Segment(block: blocks.count, runs: start..<end, amounts: amounts)
      add(segment, of: map.trusts[Int(first.trust)], in: first.cluster)
      (start, amounts) = (end, next)
    }
    widths.add(block.widths, after: linesBefore)
    blocks.append(block)
    maps.append(map)
    lines.append(linesBefore)
    linesBefore += block.breaks
    rows += block.rows
  }

  private mutating func add(_ segment: Segment, of trust: StringID, in cluster: UInt16) {
    let place = sheet(of: trust, in: cluster)
    sheets[place].segments.append(segment)
  }

  /// The place of a trust's sheet, which is added if it is new.
  private mutating func sheet(of trust: StringID, in cluster: UInt16) -> Int {
    let word = Int(trust)
    while sheetsOfWords.count <= word { sheetsOfWords.append(-1) }
    if sheetsOfWords[word] >= 0 { return sheetsOfWords[word] }
    let code = strings.trusts[trust].comparedTrustCode
    let place = sheetPlaces[code] ?? sheets.count
    if place == sheets.count {
      sheets.append(Sheet(trust: trust, cluster: cluster))
      sheetPlaces[code] = place
    }
    sheetsOfWords[word] = place
    return place
  }

  /// Leaves all rows out if none is as long as the header.
  private mutating func checkWidths() {
    guard let misfit = widths.misfit else { return }
    faults.add(misfit)
    sheets = []
  }

  /// The portfolio of all pieces; rows that contradict others are left out and reported in
  /// `faults`.
  mutating func portfolio(
    _ funds: FundTable, source: String, clusters: [String]
  ) -> Portfolio {
    checkWidths()
    var portfolio = Portfolio()
    let groups = PortfolioGroups(funds.groups, &strings)
    let title =
      source.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? source
    var plans = sheets.map { sheet in
      let code = strings.trusts[sheet.trust]
      let trust = Trust(
        code: code, name: code, kind: .acute, cluster: clusters[Int(sheet.cluster)])
      return PortfolioPlan(
        header: Plan.Header(title: title, trust: trust, years: []), source: source,
        funds: funds.funds(of: trust), groups: groups, &strings)
    }
    let ids = strings.ids.count
    let (sheets, blocks, maps, lines, empty) = (sheets, blocks, maps, lines, plans)
    let filled = concurrentMap(sheets.count, with: { LinePlaces(ids) }) { place, places in
      var sheet = SheetReader(empty[place], cluster: sheets[place].cluster)
      places.begin()
      sheet.reserve(sheets[place].segments.map { ($0, blocks[$0.block]) })
      for segment in sheets[place].segments {
        sheet.read(
          segment, of: blocks[segment.block], maps[segment.block], after: lines[segment.block],
          &places)
      }
      return sheet.finished
    }
    for (place, result) in filled.enumerated() {
      plans[place] = result.plan
      faults.add(result.faults)
    }
    faults = faults.inOrder
    portfolio.plans = plans
    portfolio.strings = strings
    return portfolio
  }
}

extension Fault {
  /// The same fault, a number of lines further down.
  fileprivate func moved(down lines: Int) -> Fault {
    Fault(place: Place(line: place.line + lines, column: place.column), message: message)
  }
}

/// Maps the numbers of strings of a piece to those of the whole table.
struct StringTablesMap: Sendable {
  let trusts: [StringID]
  private let ids: [StringID]
  private let services: [StringID]
  private let suppliers: [StringID]
  private let groups: [StringID]
  private let descriptions: [StringID]
  private let justifications: [StringID]
  private let fundLists: [UInt32]

  /// Adds the strings of one set of tables to another.
  init(_ part: StringTables, into whole: inout StringTables) {
    trusts = whole.trusts.adding(part.trusts)
    ids = whole.ids.adding(part.ids)
    services = whole.services.adding(part.services)
    suppliers = whole.suppliers.adding(part.suppliers)
    groups = whole.groups.adding(part.groups)
    descriptions = whole.descriptions.adding(part.descriptions)
    justifications = whole.justifications.adding(part.justifications)
    let funds = whole.funds.adding(part.funds)
    fundLists = (0..<UInt32(part.fundLists.count)).map { list in
      whole.fundLists.number(of: part.fundLists[list].map { funds[Int($0)] })
    }
  }

  /// A line with the numbers of the whole table.
  func line(_ line: ColumnLine) -> ColumnLine {
    var mapped = line
    mapped.id = ids[Int(line.id)]
    mapped.service = services[Int(line.service)]
    mapped.supplier = suppliers[Int(line.supplier)]
    mapped.group = groups[Int(line.group)]
    mapped.fundList = fundLists[Int(line.fundList)]
    mapped.description = descriptions[Int(line.description)]
    mapped.justification = justifications[Int(line.justification)]
    return mapped
  }
}

extension InternTable {
  /// Adds the strings of another table, and returns the number of each of them here.
  mutating func adding(_ other: InternTable) -> [StringID] {
    (0..<StringID(other.count)).map { word in other.withBytes(of: word) { self.id(of: $0) } }
  }
}
