import ArgumentParser
import Documents
import Text
import Validation

/// `calloff diff`: compares two plans.
struct DiffCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two plans: what differs, and what that does to sums and findings.",
    discussion: """
      Exit code: 0 the plans are the same; 1 they differ; 2 a document that cannot be read, or \
      wrong usage; 3 output that cannot be written. \
      Lines, funds and groups are told by their ids, whatever else differs.
      """)

  /// The forms in which a report can be had.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: """
      The earlier plan: a document or a pipe, - for standard input, /dev/null for a plan without \
      lines, or PLAN or PLAN@VERSION of the store.
      """,
    completion: .file())
  var before: String

  @Argument(help: "The later plan, named likewise.", completion: .file())
  var after: String

  @Option(help: "How to report: text or json.")
  var format = Format.text

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if before == "-", after == "-" {
      throw ValidationError("standard input can be read once; name `-` once")
    }
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let sides = DiffSide.read(
      (before, after), from: stores.location(in: surroundings, readOnly: true), against: index,
      in: surroundings)
    guard case (.success(let before), .success(let after)) = sides else {
      // The faults of both are said, so that they can be fixed together.
      let standardError = [sides.0, sides.1].map { side in
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
