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

  /// The formats of plans.
  enum InputFormat: String, CaseIterable, ExpressibleByArgument {
    case yaml, csv
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

  @Argument(
    help: """
      Plan documents (YAML or JSON), folders of them, or a table of lines (CSV); - is standard \
      input.
      """, completion: .file())
  var files: [String]

  @Option(help: "What to report: findings, or portfolio for totals.")
  var report: Report?

  @Option(help: "The format: text, json, sarif (only findings) or csv (only portfolio).")
  var format = Format.text

  @Option(
    help: "The format of the files: yaml (or JSON) or csv. Default: csv for names ending in .csv.")
  var formatIn: InputFormat?

  @Option(
    help: ArgumentHelp("The table of funds and groups for a table of lines.", valueName: "file"),
    completion: .file())
  var funds: String?

  @Flag(
    help: """
      Also say why money is missing: which lines need more than their funds hold, and which \
      other order of drawing would cover more (text or json).
      """)
  var explainFunding = false

  @Flag(help: "Check the valid rows of a table that has errors.")
  var keepGoing = false

  @Flag(
    help: "Check only the latest plan of each trust by its date (as_of); leave out earlier ones.")
  var latest = false

  @Flag(help: "Exit 1 on warnings too.")
  var strict = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let tables = files.filter(isTable)
    if (files + [funds].compactMap(\.self)).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read only once; give `-` once")
    }
    if tables.count > 1 {
      throw ValidationError("only one table of lines can be read; combine the rows in one table")
    }
    if tables.isEmpty, funds != nil {
      throw ValidationError(
        "`--funds` needs a table of lines; give one, with `--format-in csv` if necessary")
    }
    if explainFunding, ![.text, .json].contains(format) {
      throw ValidationError("`--explain-funding` needs `--format text` or `--format json`")
    }
    if !tables.isEmpty, report == .findings {
      throw ValidationError("a table is always reported as `portfolio`; omit `--report`")
    }
  }

  private func isTable(_ name: String) -> Bool {
    formatIn.map { $0 == .csv } ?? name.lowercased().hasSuffix(".csv")
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let table = files.first(where: isTable).map { LineTable(lines: $0, funds: funds) }
    let input = CheckInput(files.filter { !isTable($0) }, in: surroundings)
    let report = report ?? (table != nil || input.hasFolders ? .portfolio : .findings)
    guard report.formats.contains(format) else { throw .unfitFormat(format, report) }
    if explainFunding, report == .portfolio { throw .fundingOfPortfolio }
    let documents = input.distinct.documents
    var outcome: Outcome
    switch report {
    case .findings:
      let checked = concurrentMap(documents.count) { place in
        CheckedDocument(documents[place], against: index, in: surroundings)
      }
      let report = CheckReport(
        documents: checked, index: index, latestOnly: latest, explainsFunding: explainFunding)
      outcome = self.outcome(report, in: surroundings)
    case .portfolio:
      var reading = PortfolioReading(programme: index.programme, isKeepingGoing: keepGoing)
      if let table { reading.read(table, in: surroundings.files) }
      reading.read(documents, in: surroundings.files)
      if latest { reading.keepLatest() }
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
