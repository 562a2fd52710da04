import ArgumentParser
import Documents
import Procurement
import Reports
import Sessions
import Text
import Validation

/// `calloff report`: a paper about plans that a board reads, or the same figures as a spreadsheet.
struct ReportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report of plans for a board: HTML, Markdown or a spreadsheet.",
    discussion: """
      A report of one plan has its sums, its lines with who pays, findings and waivers with the \
      clauses on which they are based, why money is missing, alternatives and assumptions. A report \
      of a folder, a table of lines or several plans has its regions (clusters) and trusts. \
      Exit status: 0 all plans are read; 2 one cannot be read, or wrong usage; 3 the report cannot \
      be written.
      """)

  /// The formats of a report.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case html, markdown, xlsx

    fileprivate var reportFormat: Reports.Report.Format {
      switch self {
      case .html: .html
      case .markdown: .markdown
      case .xlsx: .xlsx
      }
    }
  }

  @OptionGroup var input: PlanArguments

  @Option(help: "The format: html, markdown or xlsx. Default: that of the file's name, or html.")
  var format: Format?

  @OptionGroup var output: OutputOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    try input.requirePlans()
    guard format == nil, let name = output.file, Reports.Report.Format(fileName: name) == nil,
      let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last
    else { return }
    throw ValidationError(
      "no report has the ending \(quoted(".\(ending)")); use `.html`, `.md` or `.xlsx`, or give "
        + "`--format`")
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    if chosenFormat == .xlsx, output.file == nil, surroundings.isTerminal {
      throw .spreadsheetOnTerminal
    }
    let named = input.input(in: surroundings)
    let plans = ReportedPlans(
      named, named: input.plans, against: try shared.index(in: surroundings), in: surroundings)
    guard let report = plans.report else {
      return Outcome(standardError: plans.standardError, exitStatus: .unreadable)
    }
    var outcome = try output.deliver(in: surroundings, madeOf: input.files) {
      write throws(FileError) in
      try report.write(as: chosenFormat, write)
    }
    let unwritten = UnwrittenChanges(
      to: named.distinct.documents.compactMap { try? $0.get() },
      at: input.stores.location(in: surroundings, readOnly: true), in: surroundings)
    outcome.standardError =
      plans.standardError + unwritten.standardError + outcome.standardError
    outcome.exitStatus = plans.isComplete ? .fine : .unreadable
    return outcome
  }

  private var chosenFormat: Reports.Report.Format {
    format?.reportFormat ?? output.file.flatMap(Reports.Report.Format.init(fileName:))
      ?? .html
  }
}
