public import Procurement
public import Validation

/// Writes the tables of a data package piece by piece, from one plan after the other.
///
/// It holds a limited number of lines, however many there are in all.
public struct DataPackageWriter: Sendable {
  /// Rows for the file of a table, to be added to what was written before.
  public struct Piece: Sendable {
    /// The table.
    public let table: DataTable
    /// The rows in UTF-8.
    public let bytes: [UInt8]
  }

  private var batch: PlanBatch
  private var hasHeaders = false

  /// A package of plans that are judged against a programme.
  public init(against index: ProgrammeIndex) { self.init(PlanBatch(against: index)) }

  init(_ batch: PlanBatch) { self.batch = batch }

  /// The number of plans so far.
  public var planCount: Int { batch.count }

  /// Adds a plan; `source` says where it comes from.
  public mutating func add<Failure: Error>(
    _ plan: Plan, source: String, to sink: (Piece) throws(Failure) -> Void
  ) throws(Failure) {
    batch.add(plan, source: source)
    if batch.isFull { try write(to: sink) }
  }

  /// Writes what is left after the last plan.
  public mutating func finish<Failure: Error>(
    to sink: (Piece) throws(Failure) -> Void
  ) throws(Failure) {
    try write(to: sink)
  }

  private mutating func write<Failure: Error>(
    to sink: (Piece) throws(Failure) -> Void
  ) throws(Failure) {
    if !hasHeaders {
      hasHeaders = true
      for schema in DataPackage.schemas {
        var rows = CSVRows()
        rows.addHeader(schema.fields)
        try sink(Piece(table: schema.table, bytes: rows.bytes))
      }
    }
    try batch.write(
      { plan, emit in
        var tables = PlanTables(plan)
        tables.write { emit(Piece(table: $0, bytes: $1)) }
      }, to: sink)
  }
}

/// The rows of one plan in all tables.
struct PlanTables {
  private let plan: AssessedPlan
  private var tables: [DataTable: CSVRows] = [:]
  private var findings = 0

  /// Rows of a table are passed on when they take so many bytes.
  private static let pieceSize = 1 << 16

  init(_ plan: AssessedPlan) { self.plan = plan }

  /// Passes the rows on in pieces.
  mutating func write(_ emit: (DataTable, [UInt8]) -> Void) {
    add(PlanRow(plan: plan), PlanRow.columns, to: .plans)
    addFundsAndGroups()
    var results = ResultReader(plan.assessment)
    for place in plan.plan.lines.indices {
      addLine(at: place, &results)
      for table in DataTable.allCases where size(of: table) >= PlanTables.pieceSize {
        pass(table, emit)
      }
    }
    for finding in plan.assessment.planFindings { add(finding) }
    for table in DataTable.allCases where size(of: table) > 0 { pass(table, emit) }
  }

  private func size(of table: DataTable) -> Int { tables[table]?.bytes.count ?? 0 }

  private mutating func pass(_ table: DataTable, _ emit: (DataTable, [UInt8]) -> Void) {
    emit(table, tables[table, default: CSVRows()].take())
  }

  private mutating func add<Row>(_ row: Row, _ columns: [Column<Row>], to table: DataTable) {
    tables[table, default: CSVRows()].add(row, columns)
  }

  // MARK: Rows

  private mutating func addFundsAndGroups() {
    for (place, fund) in plan.plan.funds.enumerated() {
      let years = Set(plan.plan.header.years).union(fund.available.keys)
      for year in years.sorted() {
        let balance = plan.assessment.balance(ofFund: place, in: year)
        add(
          FundRow(plan: plan.number, fund: fund, balance: balance), FundRow.columns, to: .funds)
      }
    }
    for group in plan.plan.groups {
      add(GroupRow(plan: plan.number, group: group), GroupRow.columns, to: .groups)
    }
  }

  private mutating func addLine(at place: Int, _ results: inout ResultReader) {
    let row = LineRow(
      plan: plan, place: place, line: plan.plan.lines[place],
      verdict: plan.assessment.verdict(at: place))
    add(row, LineRow.columns, to: .lines)
    addAmounts(of: row, results.draws(at: place))
    for finding in results.findings(at: place) { add(finding) }
  }

  private mutating func addAmounts(of row: LineRow, _ draws: [Draw]) {
    var next = draws[...]
    for amount in row.line.cost.amounts {
      var amountRow = LineYearRow(
        plan: plan.number, line: row.line.id, amount: amount, verdict: row.verdict)
      // Draws are in the order of the amounts.
      while let draw = next.first, draw.year == amount.year, draw.kind == amount.kind {
        next.removeFirst()
        guard let place = draw.fund else { continue }
        let fund = plan.plan.funds[place]
        amountRow.covered += draw.money
        if fund.certainty != .confirmed { amountRow.unconfirmed += draw.money }
        add(
          DrawRow(plan: plan.number, line: row.line.id, draw: draw, fund: fund), DrawRow.columns,
          to: .draws)
      }
      add(amountRow, LineYearRow.columns, to: .lineYears)
    }
  }

  private mutating func add(_ finding: Finding) {
    findings += 1
    add(
      FindingRow(plan: plan.number, number: findings, finding: finding), FindingRow.columns,
      to: .findings)
  }
}
