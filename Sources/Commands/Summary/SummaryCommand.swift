import ArgumentParser
import Sessions
import Text
import Validation
import Workbench

/// `calloff summary`: what a plan, or the plans of many trusts, come to.
struct SummaryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Sum up plans by year, fund, supply, category and supplier.",
    discussion: """
      It prints what screen 9 of the workbench shows. Several plans, folders or a table of lines \
      are added up. Exit status: 0 all plans are read; 2 one cannot be read, or wrong usage.
      """)

  /// The formats of a summary.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: """
      Plan documents (YAML or JSON), folders of them, or a table of lines (CSV); - is standard \
      input.
      """, completion: .file())
  var files: [String]

  @Option(help: "The format: text or json.")
  var format = Format.text

  @Option(
    help: ArgumentHelp("The table of funds and groups for a table of lines.", valueName: "file"),
    completion: .file())
  var funds: String?

  @Flag(
    help: "Add up only the latest plan of each trust by its date (as_of); leave out earlier ones.")
  var latest = false

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
      throw ValidationError("`--funds` needs a table of lines, whose name ends in .csv")
    }
  }

  private func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    var reading = PortfolioReading(programme: index.programme, isKeepingGoing: false)
    if let table = files.first(where: isTable) {
      reading.read(LineTable(lines: table, funds: funds), in: surroundings.files)
    }
    let distinct = CheckInput(files.filter { !isTable($0) }, in: surroundings).distinct
    reading.read(distinct.documents, in: surroundings.files)
    if latest { reading.keepLatest() }
    let report = SummaryReport(reading, named: files, against: index)
    let faults = reading.faulty.map(\.standardError).joined()
    let exitStatus: ExitStatus = reading.faulty.isEmpty ? .fine : .unreadable
    return switch format {
    case .json:
      Outcome(
        data: report.json.document, standardError: distinct.standardError, exitStatus: exitStatus)
    case .text:
      Outcome(
        data: report.text(columns: surroundings.columns),
        standardError: distinct.standardError + faults, exitStatus: exitStatus)
    }
  }
}
