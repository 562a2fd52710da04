import ArgumentParser
import Documents
import Procurement
import Sessions
import Stores

/// The plans that a command is given, and how to read them.
struct PlanArguments: ParsableArguments {
  /// The formats of plans.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case yaml, csv
  }

  @Argument(
    help: """
      Plan documents (YAML or JSON), folders of them, a table of lines (CSV), or plans of the store \
      (PLAN or PLAN@VERSION); - is standard input.
      """, completion: .file())
  var plans: [String] = []

  @Option(
    help: "The format of the files: yaml (or JSON) or csv. Default: csv for names ending in .csv.")
  var formatIn: Format?

  @Option(
    help: ArgumentHelp("The table of funds and groups for a table of lines.", valueName: "file"),
    completion: .file())
  var funds: String?

  @Flag(
    help: "Use only the latest plan of each trust by its date (as_of); leave out earlier ones.")
  var latest = false

  @OptionGroup var stores: StoreOptions

  func validate() throws {
    let tables = plans.filter(isTable)
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read only once; give `-` once")
    }
    if tables.count > 1 {
      throw ValidationError("only one table of lines can be read; combine the rows in one table")
    }
    if tables.isEmpty, funds != nil {
      throw ValidationError(
        "`--funds` needs a table of lines; give one, with `--format-in csv` if necessary")
    }
  }

  /// The names of files among them, and of the table of funds.
  var files: [String] { plans + [funds].compactMap(\.self) }

  /// Refuses to go on without any plan.
  func requirePlans() throws {
    if plans.isEmpty {
      throw ValidationError("name a plan document, a folder, a table, or a plan of the store")
    }
  }

  /// Whether one of them is a table of lines.
  var hasTable: Bool { plans.contains(where: isTable) }

  private func isTable(_ name: String) -> Bool {
    formatIn.map { $0 == .csv } ?? name.lowercased().hasSuffix(".csv")
  }

  /// Looks up what the names lead to.
  func input(in surroundings: CommandEnvironment) -> PlanInput {
    PlanInput(
      table: plans.first(where: isTable).map { LineTable(lines: $0, funds: funds) },
      names: plans.filter { !isTable($0) }, isLatestOnly: latest,
      in: surroundings.files(with: stores.location(in: surroundings, readOnly: true)))
  }

  /// The same; where no plan is named, the plans of the store that count in portfolios.
  func inputOrStore(in surroundings: CommandEnvironment) throws(Failure) -> PlanInput {
    guard plans.isEmpty else { return input(in: surroundings) }
    let location = stores.location(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(location, .never).get()
    let entries = try open.asking { () throws(StoreError) in try open.store.plans() }
    return PlanInput(
      table: nil, names: entries.counted.map(\.number.rawValue).sorted().map(String.init),
      isLatestOnly: latest, in: surroundings.files(with: location))
  }
}
