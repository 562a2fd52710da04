import Documents
import Procurement
import Validation

/// calloff's engine as a contestant of `compare.py`.
struct Contestant {
  /// An edit, and the line that it is for.
  struct Step {
    let plan: Int
    let place: Int
    let edit: Edit
  }

  private let index: ProgrammeIndex
  private var portfolio = Portfolio()
  private(set) var assessment: PortfolioAssessment?
  private var steps: [Step] = []
  /// The first line of each plan, counted over all plans.
  private var starts: [Int] = []

  init() throws {
    index = ProgrammeIndex(try Programme.builtIn())
  }

  // MARK: Judging

  /// Reads both tables.
  mutating func load(lines: String, funds: String) throws {
    let table = (name: funds, bytes: try readFile(funds).bytes)
    let document = try readPortfolio(
      lines: TableSource(opening: lines), funds: table, for: index.programme)
    guard document.faults.isEmpty, document.fundFaults.isEmpty else {
      throw ContestantError("the tables have errors: \(document.faults)")
    }
    portfolio = document.portfolio
    starts = []
    var next = 0
    for plan in portfolio.plans {
      starts.append(next)
      next += plan.lines.count
    }
  }

  /// Collects the edited plans for another check, and discards older results.
  mutating func gather() {
    guard let assessment, portfolio.plans.isEmpty else {
      self.assessment = nil
      return
    }
    for place in 0..<assessment.planCount {
      portfolio.append(assessment.plan(at: place), source: assessment.source(ofPlan: place))
    }
    self.assessment = nil
  }

  /// Computes the findings and totals of all lines.
  mutating func judge() {
    assessment = PortfolioAssessment(portfolio, against: index)
  }

  // MARK: Edits

  /// Prepares some edits from a file.
  mutating func prepare(_ path: String, from first: Int, count: Int) throws {
    guard let assessment else { throw ContestantError("edits before judging") }
    // There is no other reference to the columns, so that an edit does not copy them.
    portfolio = Portfolio()
    steps = []
    var table = try CSVReader(readFile(path).bytes)
    var number = 0
    while number < first + count, let row = try table.next() {
      if number >= first { steps.append(try step(row, assessment)) }
      number += 1
    }
  }

  private func step(_ row: CSVRow, _ assessment: PortfolioAssessment) throws -> Step {
    guard let line = Int(row[0]), let plan = starts.lastIndex(where: { $0 <= line }) else {
      throw ContestantError("an edit without a line")
    }
    let place = line - starts[plan]
    let value = try LineValue(field: row[1], text: row[2])
    let old = assessment.line(ofPlan: plan, at: place)
    return Step(
      plan: plan, place: place,
      edit: .set(line: old.id, from: old.current(for: value), to: value))
  }

  /// Applies the edits, and returns the time of each.
  mutating func edit() -> [Duration] {
    let clock = ContinuousClock()
    return steps.map { step in
      clock.measure { assessment?.apply(step.edit, toPlan: step.plan, near: step.place) }
    }
  }
}

extension LineValue {
  /// The value in an edit's row.
  fileprivate init(field: String, text: String) throws {
    switch field {
    case "supplier": self = .supplier(text.isEmpty ? nil : text)
    case "route": self = .route(Route(rawValue: text))
    case "service": self = .service(text)
    default:
      guard let year = FinancialYear(field) else { throw ContestantError("no field \(field)") }
      self = .amount(year, .capital, try Money(pounds: text))
    }
  }
}

/// A command of the driver that cannot be run.
struct ContestantError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
