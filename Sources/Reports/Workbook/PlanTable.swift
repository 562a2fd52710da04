import Procurement
import Spreadsheets
import Validation

/// A sheet with a row for each of something that plans have.
protocol PlanTable {
  /// The sheet and its columns, without those that say whose plan a row is of.
  var table: WorkbookTable { get }

  /// Passes on the rows of a plan, in order.
  func forEachRow<Failure: Error>(
    of source: inout PlanSource, _ pass: ([WrittenCell]) throws(Failure) -> Void
  ) throws(Failure)
}

/// The years of plans: those that they cover, and others in which they have costs or money.
struct WorkbookYears {
  /// In order, without repetition.
  private(set) var costs: [FinancialYear] = []
  private(set) var funds: [FinancialYear] = []
  private var known: (costs: Set<FinancialYear>, funds: Set<FinancialYear>) = ([], [])

  /// Adds the years of a plan.
  mutating func add(_ plan: Plan) {
    known.costs.formUnion(plan.header.years)
    known.funds.formUnion(plan.header.years)
    plan.lines.forEach { line in
      for amount in line.cost.amounts { known.costs.insert(amount.year) }
    }
    for fund in plan.funds { known.funds.formUnion(fund.available.keys) }
    costs = known.costs.sorted()
    funds = known.funds.sorted()
  }
}
