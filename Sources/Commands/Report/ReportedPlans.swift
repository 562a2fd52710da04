import Documents
import Procurement
import Reports
import Sessions
import Stores
import Text
import Validation

/// The plans of a report, read and judged.
struct ReportedPlans {
  /// The report; nil if no plan can be read.
  private(set) var report: Report?
  /// Whether every plan could be read.
  private(set) var isComplete = true
  /// What could not be read, and what is left out, one a line.
  private(set) var standardError = ""

  /// Reads plans by the names that the user gave.
  init(
    _ plans: PlanInput, named names: [String], against index: ProgrammeIndex,
    in surroundings: CommandEnvironment
  ) {
    standardError = plans.distinct.standardError
    if plans.table == nil, !plans.hasFolders, plans.distinct.documents.count == 1,
      case .success(let name) = plans.distinct.documents[0]
    {
      readPlan(name, plans.files, against: index, in: surroundings)
    } else {
      readPortfolio(plans, named: names, against: index, in: surroundings)
    }
  }

  private mutating func readPlan(
    _ name: String, _ files: FileAccess, against index: ProgrammeIndex,
    in surroundings: CommandEnvironment
  ) {
    do throws(FaultyFile) {
      let plan = try files.plan(name, for: index.programme).plan
      report = Report(
        on: Report.Subject(plan, named: name, against: index, surroundings.trustRegister),
        from: surroundings.paperOrigin(of: name, in: files))
    } catch {
      isComplete = false
      standardError += error.standardError
    }
  }

  private mutating func readPortfolio(
    _ plans: PlanInput, named names: [String], against index: ProgrammeIndex,
    in surroundings: CommandEnvironment
  ) {
    let reading = plans.portfolio(for: index.programme)
    isComplete = reading.faulty.isEmpty
    standardError += reading.faulty.map(\.standardError).joined()
    guard !reading.portfolio.plans.isEmpty,
      let assessment = PortfolioAssessment(reading.portfolio, against: index)
    else { return isComplete = false }
    let files = PortfolioFiles(
      unread: reading.faulty.map(\.summary),
      leftOut: reading.earlier.map { "\($0.title), \($0.trust) (\($0.file))" })
    let joint = PortfolioFindings(on: assessment, surroundings.trustRegister)
    standardError += plans.remark(onLatestOf: joint.all)
    report = Report(
      on: .portfolio(assessment, joint, files),
      from: surroundings.paperOrigin(source: series(names, "and")))
  }
}

extension FaultyFile {
  /// Its first fault with the number of its line, and how many more there are.
  fileprivate var summary: String {
    guard let first = faults.faults.first else { return name }
    let rest = faults.faults.count - 1 + faults.omitted
    let more = rest > 0 ? " (and \(counted(rest, "more fault")))" : ""
    let line = first.place == .start ? "" : ", line \(first.place.line)"
    return "\(name)\(line): \(first.message)\(more)"
  }
}

extension CommandEnvironment {
  /// What a report says of where a plan comes from.
  fileprivate func paperOrigin(of name: String, in files: FileAccess) -> PaperOrigin {
    guard !hasFile(name), let stored = try? files.storedPlan(name)?.get() else {
      return paperOrigin(source: name == "-" ? "standard input" : name)
    }
    let step = "step \(stored.head)"
    return paperOrigin(
      source: "plan \(stored.number.rawValue) of the store",
      version: stored.version.map { "\($0), \(step)" } ?? step)
  }

  fileprivate func paperOrigin(source: String, version: String? = nil) -> PaperOrigin {
    PaperOrigin(
      source: source, version: version, date: today(), author: user(),
      program: "calloff \(Release.version)")
  }
}
