import Documents
import Procurement
import Sessions

/// Reads the plans of a portfolio from documents and from a table of lines.
///
/// A document is released as soon as its plan is in the columns of the portfolio.
struct PortfolioReading: Sendable {
  /// The plans so far.
  private(set) var portfolio = Portfolio()
  /// What could not be read: the table first, then documents in the order in which they were named.
  private(set) var faulty: [FaultyFile] = []
  /// Whether valid rows of a table are left out because others have errors.
  private(set) var leavesOutRows = false
  /// The plans that are left out, since their trust has a later one.
  private(set) var earlier: [NamedPlan] = []
  /// All costs and all money available so far.
  private var total = Money.zero
  private let programme: Programme
  private let isKeepingGoing: Bool

  /// No plans yet. `isKeepingGoing` says whether to use the valid rows of a table with errors.
  init(programme: Programme, isKeepingGoing: Bool) {
    self.programme = programme
    self.isKeepingGoing = isKeepingGoing
  }

  // MARK: Tables

  /// Reads a table of lines, before anything else.
  mutating func read(_ table: LineTable, in files: FileAccess) {
    take(TableContents(of: table, in: files, for: programme), of: table)
  }

  /// Adds the plans of a table of lines.
  mutating func take(_ contents: TableContents, of table: LineTable) {
    faulty += contents.faults
    guard contents.faults.isEmpty || isKeepingGoing else {
      leavesOutRows = !contents.portfolio.plans.isEmpty
      return
    }
    guard let total = contents.portfolio.total else {
      faulty.append(PortfolioReading.uncountable(table.lines))
      return
    }
    self.total = total
    portfolio = contents.portfolio
  }

  // MARK: Documents

  /// Reads documents and adds their plans in this order.
  mutating func read(_ documents: [Result<String, FaultyFile>], in files: FileAccess) {
    _ = DocumentReader(files, for: programme).read(documents) { add($0) }
  }

  /// Leaves out the plans of which the trust has a later one.
  mutating func keepLatest() {
    let all = portfolio.plans
    let kept = Set(portfolio.keepLatest())
    earlier = all.indices.filter { !kept.contains($0) }.map { place in
      NamedPlan(all[place].header, file: all[place].source)
    }
  }

  private mutating func add(_ document: DocumentReader.Reading) {
    do throws(FaultyFile) {
      let (name, plan) = try document.get()
      let book = PortfolioPlan(plan, source: name, &portfolio.strings)
      total = try PortfolioReading.sum(total, book.total, with: name)
      portfolio.plans.append(book)
    } catch {
      faulty.append(error)
    }
  }

  // MARK: Money

  private static func sum(
    _ total: Money, _ plan: Money?, with name: String
  ) throws(FaultyFile) -> Money {
    guard let sum = plan.flatMap(total.adding) else { throw uncountable(name) }
    return sum
  }

  private static func uncountable(_ name: String) -> FaultyFile {
    FaultyFile(
      name: name,
      message: "with this file the totals exceed \(Money(pence: .max).grouped), the largest that "
        + "calloff supports; correct its amounts, or check it separately")
  }
}

/// The content of tables: the plans of their good rows, and the faults of the others.
struct TableContents: Sendable {
  /// The plans.
  var portfolio = Portfolio()
  /// The faults, by table; none where all rows are good.
  var faults: [FaultyFile] = []
}

extension TableContents {
  /// Reads tables.
  init(of table: LineTable, in files: FileAccess, for programme: Programme) {
    do throws(FaultyFile) {
      let document = try files.document(of: table, for: programme) { _, _ in true }
      self.init(
        portfolio: document?.portfolio ?? Portfolio(), faults: document?.faulty(in: table) ?? [])
    } catch {
      self.init(faults: [error])
    }
  }
}
