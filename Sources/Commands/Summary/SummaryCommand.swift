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

  @OptionGroup var input: PlanArguments

  @Option(help: "The format: text or json.")
  var format = Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws { try input.requirePlans() }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let plans = input.input(in: surroundings)
    let distinct = plans.distinct
    let reading = plans.portfolio(for: index.programme)
    let report = SummaryReport(
      reading, named: input.plans, against: index, surroundings.trustRegister)
    let remarks = distinct.standardError + plans.remark(onLatestOf: report.jointFindings)
    let faults = reading.faulty.map(\.standardError).joined()
    let exitStatus: ExitStatus = reading.faulty.isEmpty ? .fine : .unreadable
    return switch format {
    case .json:
      Outcome(
        data: report.json.document, standardError: remarks, exitStatus: exitStatus)
    case .text:
      Outcome(
        data: report.text(columns: surroundings.columns),
        standardError: remarks + faults, exitStatus: exitStatus)
    }
  }
}
