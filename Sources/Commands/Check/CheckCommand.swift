import ArgumentParser

/// `calloff check`: judges plan documents.
struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge plan documents against the programme.",
    discussion: """
      Exit code: 0 fine; 1 findings of severity error (with --strict: or warning); 2 a document \
      that cannot be read, or wrong usage; 3 output that cannot be written. \
      Findings that a plan waives are listed, and do not count.
      """)

  /// The forms in which a report can be had.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, sarif
  }

  @Argument(help: "Plan documents, YAML or JSON; - is standard input.")
  var files: [String]

  @Option(help: "How to report: text, json or sarif.")
  var format = Format.text

  @Flag(help: "End with 1 for warnings too.")
  var strict = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once; name `-` once")
    }
  }

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    let documents = files.map { CheckedDocument($0, against: index, in: surroundings) }
    let report = CheckReport(documents: documents, index: index)
    let ending = report.ending(isStrict: strict)
    return switch format {
    case .text:
      Outcome(data: report.text(in: surroundings.ink), talk: report.faultsText, ending: ending)
    case .json: Outcome(data: report.json.document, ending: ending)
    case .sarif: Outcome(data: report.sarif.document, ending: ending)
    }
  }
}
