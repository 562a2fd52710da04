import ArgumentParser
import Documents
import Imports
import Procurement
import Sessions
import Stores
import Text
import Validation
import Workbench

/// `calloff import FILE…`: adds plan documents and spreadsheets to the store, or to a plan.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add plan documents and spreadsheets to the store, or to a plan.",
    discussion: """
      Each file becomes a new plan of the store; with `--into` one is compared with a plan, which is \
      changed in one step. Lines, funds and groups are matched by id; what a spreadsheet has no \
      column for is kept. The files stay as they are. `-` is standard input.

      Exit status: 0 all is imported; 1 some rows were left out; 2 a file is faulty, and nothing is \
      changed; 3 the store failed.
      """)

  @Argument(
    help: "Plan documents (YAML or JSON), spreadsheets (xlsx), or tables (csv, tsv).",
    completion: .file())
  var files: [String]

  @Option(
    help: "The plan to change: a document, or a plan of the store.", completion: .file())
  var into: String?

  @Option(
    help: ArgumentHelp(
      "Read a column as a field: `--map Vendor=supplier`, `--map F=ignored`. May be repeated.",
      valueName: "column=field"))
  var map: [String] = []

  @Option(help: "The title of a new plan.")
  var title: String?

  @Option(
    help:
      "The code of a new plan's trust; its name and region are from the register, if there is one.")
  var trust: String?

  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false

  @Flag(help: "Import the rows without faults where others are faulty.")
  var keepGoing = false

  @Flag(help: "Write a document although its comments are lost.")
  var dropComments = false

  @OptionGroup var stores: StoreOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if into != nil, files.count != 1 {
      throw ValidationError("`--into` takes one file; import the others after it")
    }
    if into != nil, title != nil || trust != nil {
      throw ValidationError("`--title` and `--trust` are for a new plan; leave out `--into`")
    }
    for word in map where ColumnChoice(word) == nil {
      throw ValidationError("`--map \(word)` has no `=`; write `--map COLUMN=FIELD`")
    }
  }

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let reader = ImportReader(
      surroundings, try shared.index(in: surroundings), map.compactMap(ColumnChoice.init),
      keepsGoing: keepGoing)
    if let into {
      var target = try ImportTarget(
        into, at: stores.location(in: surroundings, readOnly: dryRun), in: surroundings,
        reader.index.programme)
      return try change(&target, reader)
    }
    return try create(reader, in: surroundings)
  }

  /// Changes a plan.
  private func change(
    _ target: inout ImportTarget, _ reader: ImportReader
  ) throws(Failure) -> Outcome {
    let imported = try reader.read(files[0], into: target.plan, isNew: false)
    let new = try imported.plan()
    let before = DiffSide(
      name: into ?? "", assessment: Assessment(target.plan, against: reader.index))
    let after = DiffSide(name: files[0], assessment: Assessment(new, against: reader.index))
    var outcome = imported.outcome
    outcome.data = DiffReport(of: before, with: after).text(in: reader.ink)
    if dryRun {
      outcome.data += "nothing is changed: `--dry-run`\n"
    } else if new != target.plan {
      outcome.standardError += try target.write(
        new, imported.edits, from: files[0], after.assessment.summary,
        droppingComments: dropComments)
    }
    return outcome
  }

  /// Makes a plan of the store of each file.
  private func create(
    _ reader: ImportReader, in surroundings: CommandEnvironment
  ) throws(Failure) -> Outcome {
    // All are read before any is added: if one is faulty, nothing changes.
    var plans: [(name: String, plan: Plan)] = []
    var outcome = Outcome()
    for file in files {
      let imported = try reader.read(file, into: reader.outline(named: file), isNew: true)
      outcome.standardError += imported.outcome.standardError
      outcome.exitStatus = max(outcome.exitStatus, imported.outcome.exitStatus)
      plans.append((file, try imported.plan()))
    }
    let location = stores.location(in: surroundings, readOnly: dryRun)
    // A dry run needs a store only for its register.
    let open =
      try dryRun && trust == nil
      ? nil : surroundings.openStore(location, dryRun ? .never : .whenNeeded).get()
    for (name, plan) in plans {
      let plan = try named(plan, by: open)
      let assessment = Assessment(plan, against: reader.index)
      let figures =
        "\(counted(plan.lines.count, "line")), cost \(assessment.totals.all.cost.grouped)"
      guard let open, !dryRun else {
        let before = DiffSide(
          name: "new plan",
          assessment: Assessment(reader.outline(named: name), against: reader.index))
        outcome.data +=
          "new plan \(quoted(plan.header.title)) from \(quoted(name)): \(figures)\n".safeLines
        outcome.data += DiffReport(of: before, with: DiffSide(name: name, assessment: assessment))
          .text(in: reader.ink)
        continue
      }
      let stored = try open.asking { () throws(StoreError) in
        try open.store.create(plan, assessment.summary, for: nil)
      }
      open.notifyOthers()
      outcome.data +=
        "plan \(stored.number): \(quoted(plan.header.title)) from \(quoted(name)): \(figures)\n"
        .safeLines
    }
    if dryRun { outcome.data += "nothing is changed: `--dry-run`\n" }
    outcome.standardError += dryRun ? "" : open?.warning ?? ""
    return outcome
  }

  /// A new plan with the title and the trust that the user gave.
  private func named(_ plan: Plan, by open: OpenStore?) throws(Failure) -> Plan {
    var plan = plan
    if let title { plan.header.title = title }
    guard let trust else { return plan }
    plan.header.trust.code = trust
    let known = try open?.asking { () throws(StoreError) in try open?.store.trusts() ?? [] }
    if let known = known?.first(where: { $0.code.folded == trust.folded }) {
      plan.header.trust.code = known.code
      plan.header.trust.name = known.name
      plan.header.trust.cluster = known.cluster
      if let kind = known.kind { plan.header.trust.kind = kind }
    }
    return plan
  }
}
