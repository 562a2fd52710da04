import ArgumentParser
import Documents
import Exports
import Procurement
import Sessions
import Stores
import Text
import Validation

/// `calloff export`: writes plans in forms that other programs read.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write plans for other programs.",
    usage: """
      calloff export [-o <file>] PLAN
      calloff export --format datapackage DIR [PLAN ...]
      calloff export --format ocds --ocid-prefix <prefix> [-o <file>] [PLAN ...]
      """,
    discussion: """
      Without --format it writes a plan of the store as a document. A data package has the tables \
      of plans, with lines, amounts, draws, findings, funds and groups, as CSV files in DIR; OCDS \
      is a package of planning releases. Both take any number of plans; without any, those of the \
      store that count in portfolios. If one of them cannot be read, nothing is written. \
      Exit status: 0 written; 2 a plan cannot be read or exported, or wrong usage; 3 the output \
      cannot be written.
      """)

  /// The formats of an export.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case yaml, datapackage, ocds
  }

  @OptionGroup var input: PlanArguments

  @Option(help: "The format: yaml (a plan document), datapackage or ocds.")
  var format = Format.yaml

  @Option(
    help: ArgumentHelp(
      "The registered prefix of contracting processes, such as ocds-a1b2c3 (ocds).",
      valueName: "prefix"))
  var ocidPrefix: String?

  @Option(
    help: ArgumentHelp(
      "Who publishes the releases. Default: the trust, if there is one plan (ocds).",
      valueName: "name"))
  var publisher: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    switch format {
    case .yaml:
      if input.plans.count != 1 {
        throw ValidationError("name one plan of the store; other formats take several")
      }
    case .datapackage:
      if input.plans.isEmpty { throw ValidationError("name a folder for the data package") }
      if output.output != nil {
        throw ValidationError("a data package is a folder; name it as the first argument")
      }
    case .ocds:
      guard let ocidPrefix else {
        throw ValidationError("`--format ocds` needs `--ocid-prefix`, such as `ocds-a1b2c3`")
      }
      if Publication(prefix: ocidPrefix) == nil {
        throw ValidationError(
          "`--ocid-prefix` must be `ocds-` and six lower-case letters or digits")
      }
    }
    if format != .ocds, ocidPrefix != nil || publisher != nil {
      throw ValidationError("`--ocid-prefix` and `--publisher` need `--format ocds`")
    }
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    switch format {
    case .yaml: try document(in: surroundings)
    case .datapackage: try dataPackage(in: surroundings)
    case .ocds: try releases(in: surroundings)
    }
  }

  // MARK: Formats

  private func document(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let location = input.stores.location(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(location, .never).get()
    let stored = try open.storedPlan(called: input.plans[0])
    // A plan whose document is JSON is written as JSON.
    let form = stored.document.flatMap(PlanFile.init)?.form ?? .yaml
    let bytes = Documents.write(stored.plan, as: form)
    guard output.file != nil else {
      return Outcome(data: String(decoding: bytes, as: UTF8.self))
    }
    return try output.deliver(in: surroundings, madeOf: input.files) { write throws(FileError) in
      try write(bytes)
    }
  }

  private func dataPackage(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    var named = input
    let folder = named.plans.removeFirst()
    var plans = try ExportedPlans(named, for: index.programme, in: surroundings)
    let package = DataPackageFolder(path: folder, output: surroundings.output)
    do throws(FileError) { try package.write(&plans, against: index) } catch {
      throw plans.failure(error, writing: folder)
    }
    let words = "wrote \(counted(plans.headers.count, "plan")) into \(quoted(folder))"
    return Outcome(data: VisibleText.safe(words) + "\n", standardError: plans.remarks)
  }

  private func releases(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let index = try shared.index(in: surroundings)
    var plans = try ExportedPlans(input, for: index.programme, in: surroundings)
    guard let publication = Publication(prefix: ocidPrefix ?? "", publisher: publisher) else {
      return Outcome()
    }
    var writer: ReleaseWriter
    do throws(PublicationFault) {
      writer = try ReleaseWriter(publication, of: plans.headers, against: index)
    } catch { throw .unpublishable(error) }
    var outcome = try output.deliver(in: surroundings, madeOf: input.files) {
      write throws(FileError) in
      try plans.forEach { plan, source throws(FileError) in
        try writer.add(plan, source: source, to: write)
      }
      try writer.finish(to: write)
    }
    outcome.standardError = plans.remarks + outcome.standardError
    return outcome
  }
}
