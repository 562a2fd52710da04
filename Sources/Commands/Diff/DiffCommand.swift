import ArgumentParser
import Documents
import Text
import Validation

/// `calloff diff`: compares two plans.
struct DiffCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two plans: the differences, and their effect on totals and findings.",
    discussion: """
      Exit status: 0 the plans are the same; 1 they differ; 2 a document cannot be read, or wrong \
      usage; 3 output cannot be written. \
      Lines, funds and groups are matched by id.
      """)

  /// The formats of a report.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: """
      The earlier plan: a document or a pipe, - for standard input, /dev/null for an empty plan, \
      or PLAN or PLAN@VERSION in the store.
      """,
    completion: .file())
  var before: String

  @Argument(help: "The later plan, in any of these forms.", completion: .file())
  var after: String

  @Option(help: "The format: text or json.")
  var format = Format.text

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if before == "-", after == "-" {
      throw ValidationError("standard input can be read only once; give `-` once")
    }
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let (earlier, later) = DiffSide.read(
      (before, after), from: stores.location(in: surroundings, readOnly: true), against: index,
      in: surroundings)
    guard case (.success(let before), .success(let after)) = (earlier, later) else {
      // The errors of both are reported, so that they can be fixed together.
      let standardError = [earlier, later].map { side in
        if case .failure(let failure) = side { failure.standardError } else { "" }
      }
      return Outcome(standardError: standardError.joined(), exitStatus: .unreadable)
    }
    let report = DiffReport(of: before, with: after)
    let data =
      switch format {
      case .text: report.text(in: surroundings.ink)
      case .json: report.json.document
      }
    return Outcome(data: data, exitStatus: report.comparison.isEmpty ? .fine : .findings)
  }
}
