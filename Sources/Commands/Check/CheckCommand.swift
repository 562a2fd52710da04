import ArgumentParser
import Documents
import Parallel
import Sessions
import Text
import Validation

/// `calloff check`: checks plan documents.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check plan documents against the programme.",
    discussion: """
      Documents are reported by finding; a folder or a table of lines by totals for England, \
      each cluster, each category and each trust. --report overrides this. \
      Exit status: 0 no errors; 1 findings of severity error (with --strict, or warning); 2 a \
      document cannot be read, or wrong usage; 3 output cannot be written. \
      Waived findings are marked or counted separately, and do not change the exit status.
      """)

  /// The formats of a report.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, csv
  }

  /// What is reported about plans.
  enum Report: String, CaseIterable, ExpressibleByArgument {
    case findings, portfolio

    /// The formats in which it is available.
    var formats: [Format] {
      switch self {
      case .findings: [.text, .json, .sarif]
      case .portfolio: [.text, .json, .csv]
      }
    }
  }

  @OptionGroup var input: PlanArguments

  @Option(help: "What to report: findings, or portfolio for totals.")
  var report: Report?

  @Option(help: "The format: text, json, sarif (only findings) or csv (only portfolio).")
  var format = Format.text

  @Flag(
    help: """
      Also say why money is missing: which lines need more than their funds hold, and which \
      other order of drawing would cover more (text or json).
      """)
  var explainFunding = false

  @Flag(help: "Check the valid rows of a table that has errors.")
  var keepGoing = false

  @Option(
    help: ArgumentHelp(
      "The address at which your organisation publishes docs/findings.md; rules link to it (sarif).",
      valueName: "uri"))
  var findingsPage: String?

  @Flag(help: "Exit 1 on warnings too.")
  var strict = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    try input.requirePlans()
    if explainFunding, ![.text, .json].contains(format) {
      throw ValidationError("`--explain-funding` needs `--format text` or `--format json`")
    }
    if let findingsPage {
      if format != .sarif { throw ValidationError("`--findings-page` needs `--format sarif`") }
      guard RelativeReference.isAddress(findingsPage) else {
        throw ValidationError(
          "`--findings-page` must be a whole address without `#`, such as `https://HOST/findings.md`"
        )
      }
    }
    if input.hasTable, report == .findings {
      throw ValidationError("a table is always reported as `portfolio`; omit `--report`")
    }
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let input = input.input(in: surroundings)
    let isPortfolio = input.table != nil || input.hasFolders
    let report = report ?? (isPortfolio ? .portfolio : .findings)
    guard report.formats.contains(format) else { throw .unfitFormat(format, report) }
    if explainFunding, report == .portfolio { throw .fundingOfPortfolio }
    let documents = input.distinct.documents
    var outcome: Outcome
    switch report {
    case .findings:
      let checked = concurrentMap(documents.count) { place in
        CheckedDocument(
          documents[place], against: index, in: input.files, keepsSource: format == .sarif)
      }
      var report = CheckReport(
        documents: checked, index: index, surroundings.trustRegister,
        latestOnly: self.input.latest, explainsFunding: explainFunding)
      report.findingsPage = findingsPage
      outcome = self.outcome(report, in: surroundings)
    case .portfolio:
      let reading = input.portfolio(for: index.programme, isKeepingGoing: keepGoing)
      let report = PortfolioReport(reading, against: index, surroundings.trustRegister)
      outcome = self.outcome(report, in: surroundings)
    }
    outcome.standardError = input.distinct.standardError + outcome.standardError
    return outcome
  }

  private func outcome(_ report: CheckReport, in surroundings: CommandEnvironment) -> Outcome {
    let exitStatus = report.exitStatus(isStrict: strict)
    return switch format {
    case .json: Outcome(data: report.json.document, exitStatus: exitStatus)
    case .sarif: Outcome(data: report.sarif.document, exitStatus: exitStatus)
    case .text, .csv:
      Outcome(
        data: report.text(in: surroundings.ink), standardError: report.faultsText,
        exitStatus: exitStatus)
    }
  }

  private func outcome(_ report: PortfolioReport, in surroundings: CommandEnvironment) -> Outcome {
    let exitStatus = report.exitStatus(isStrict: strict)
    return switch format {
    case .json: Outcome(data: report.json.document, exitStatus: exitStatus)
    case .csv: Outcome(data: report.csv, standardError: report.faultsText, exitStatus: exitStatus)
    case .text, .sarif:
      Outcome(
        data: report.text(columns: surroundings.columns, in: surroundings.ink),
        standardError: report.faultsText, exitStatus: exitStatus)
    }
  }
}
