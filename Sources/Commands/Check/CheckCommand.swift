import ArgumentParser
import Documents
import Parallel
import Sessions
import Text
import Validation

/// `calloff check`: judges plan documents.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge plan documents against the programme.",
    discussion: """
      Of documents the findings are reported; of a folder, or of a table of lines, what plans come to: \
      for England, by cluster, by category and by trust. --report says otherwise. \
      Exit code: 0 fine; 1 findings of severity error (with --strict: or warning); 2 a document \
      that cannot be read, or wrong usage; 3 output that cannot be written. \
      Findings that a plan waives are listed or counted apart, and do not count.
      """)

  /// The forms in which a report can be had.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif, csv
  }

  /// The forms in which plans can be given.
  enum InputFormat: String, CaseIterable, ExpressibleByArgument {
    case yaml, csv
  }

  /// What can be told of plans.
  enum Report: String, CaseIterable, ExpressibleByArgument {
    case findings, portfolio

    /// The forms in which it can be had.
    var formats: [Format] {
      switch self {
      case .findings: [.text, .json, .sarif]
      case .portfolio: [.text, .json, .csv]
      }
    }
  }

  @Argument(
    help: """
      Plan documents, YAML or JSON, folders of them, and a table of lines, CSV; - is standard input.
      """, completion: .file())
  var files: [String]

  @Option(help: "What to report: findings, or portfolio for what plans come to.")
  var report: Report?

  @Option(help: "How to report: text, json, sarif (findings) or csv (portfolio).")
  var format = Format.text

  @Option(
    help: "What files hold: yaml (or JSON) or csv. Without it a name that ends in .csv is a table.")
  var formatIn: InputFormat?

  @Option(
    help: ArgumentHelp("The table of funds and groups beside a table of lines.", valueName: "file"),
    completion: .file())
  var funds: String?

  @Flag(help: "Judge the good rows of a table that has faults.")
  var keepGoing = false

  @Flag(help: "End with 1 for warnings too.")
  var strict = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let tables = files.filter(isTable)
    if (files + [funds].compactMap(\.self)).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once; name `-` once")
    }
    if tables.count > 1 {
      throw ValidationError("one table of lines can be read; put the rows into one")
    }
    if tables.isEmpty, funds != nil {
      throw ValidationError(
        "`--funds` goes with a table of lines; name one, with `--format-in csv`")
    }
    if !tables.isEmpty, report == .findings {
      throw ValidationError("the report of a table is `portfolio`; leave `--report` out")
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
    let documents = input.distinct.documents
    var outcome: Outcome
    switch report {
    case .findings:
      let checked = concurrentMap(documents.count) { place in
        CheckedDocument(documents[place], against: index, in: surroundings)
      }
      outcome = self.outcome(CheckReport(documents: checked, index: index), in: surroundings)
    case .portfolio:
      var reading = PortfolioReading(programme: index.programme, isKeepingGoing: keepGoing)
      if let table { reading.read(table, in: surroundings.files) }
      reading.read(documents, in: surroundings.files)
      outcome = self.outcome(PortfolioReport(reading, against: index), in: surroundings)
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
