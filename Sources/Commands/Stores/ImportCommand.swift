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
      throw ValidationError(
        "`--map \(word)` names no column or no field; write `--map COLUMN=FIELD`")
    }
    let columns = map.compactMap(ColumnChoice.init).map(\.column.folded)
    if let twice = columns.first(where: { column in columns.count { $0 == column } > 1 }) {
      throw ValidationError("`--map` names the column `\(twice)` twice; name it once")
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
    let new = imported.assessment.plan
    let before = DiffSide(
      name: into ?? "", assessment: Assessment(target.plan, against: reader.index))
    let after = DiffSide(name: files[0], assessment: imported.assessment)
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
    var plans: [ImportedPlan] = []
    var outcome = Outcome()
    for file in files {
      let imported = try reader.read(file, into: reader.outline(named: file), isNew: true)
      outcome.standardError += imported.outcome.standardError
      outcome.exitStatus = max(outcome.exitStatus, imported.outcome.exitStatus)
      plans.append(ImportedPlan(imported))
    }
    let location = stores.location(in: surroundings, readOnly: dryRun)
    // A dry run needs a store only for its register.
    let open =
      dryRun
      ? try? surroundings.openStore(location, .never).get()
      : try surroundings.openStore(location, .whenNeeded).get()
    for var new in plans {
      if let title { new.take(title: title) }
      if let trust { new.take(trust: trust) }
      try new.completeTrust(from: open)
      outcome.standardError += new.remarks
      outcome.data += try add(new, to: dryRun ? nil : open, reader)
    }
    if dryRun { outcome.data += "nothing is changed: `--dry-run`\n" }
    outcome.standardError += dryRun ? "" : open?.warning ?? ""
    return outcome
  }

  /// Adds a new plan to a store, or shows what it would have where there is none; in words.
  private func add(
    _ new: ImportedPlan, to open: OpenStore?, _ reader: ImportReader
  ) throws(Failure) -> String {
    let assessment = Assessment(new.plan, against: reader.index)
    let figures =
      "\(quoted(new.plan.header.title)) from \(quoted(new.name)): "
      + "\(counted(new.plan.lines.count, "line")), cost \(assessment.totals.all.cost.grouped)\n"
    guard let open else {
      let outline = reader.outline(named: new.name)
      let before = DiffSide(
        name: "new plan", assessment: Assessment(outline, against: reader.index))
      let after = DiffSide(name: new.name, assessment: assessment)
      return "new plan \(figures)".safeLines
        + DiffReport(of: before, with: after).text(in: reader.ink)
    }
    let stored = try open.asking { () throws(StoreError) in
      try open.store.create(new.plan, assessment.summary, for: nil)
    }
    open.notifyOthers()
    return "plan \(stored.number): \(figures)".safeLines
  }
}
