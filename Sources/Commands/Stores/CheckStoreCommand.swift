import ArgumentParser
import Documents
import RelationalStores
import Sessions
import Stores
import Text

/// `calloff store check`: checks the integrity of a store.
struct CheckStoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a store's integrity.",
    discussion: """
      Every page of the database is read, every plan's journal is replayed and compared with the \
      plan, and the hash of every step with what the step says. Nothing is changed. Exit status 0: \
      no faults; 3: faults.

      Who can write to the store can also write a journal with other hashes. Note the heads \
      elsewhere (`--heads`): `--noted` then finds any step up to them that was changed since. It \
      cannot detect other consistent changes: \(CheckStoreCommand.blindSpots).
      """)

  /// What a database cannot prove.
  private static let blindSpots =
    "a journal that was rewritten with its hashes and whose head was not noted, named versions, "
    + "unfinished typing, the register of trusts, and the totals and findings in the list of plans"

  @Flag(help: "Write the last step of each plan with its hash, to be noted elsewhere.")
  var heads = false

  @Option(
    help: ArgumentHelp(
      "Check that the journals still have the steps in this file, which `--heads` wrote earlier.",
      valueName: "file"), completion: .file())
  var noted: String?

  @OptionGroup var stores: StoreOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let location = stores.location(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(location, .never).get()
    var faults = try open.asking { () throws(StoreError) in try open.faults() }
    if let noted { faults += try changes(since: noted, of: open, in: surroundings) }
    let last = try open.asking { () throws(StoreError) in try open.heads() }
    let plans = try open.asking { () throws(StoreError) in try open.store.plans().count }
    let close =
      faults.isEmpty ? "no faults" : "damaged; restore a backup, or export what can be read"
    let said =
      faults + [
        "\(open.path): \(counted(plans, "plan")), \(close)",
        "heads of the journals, as one hash: \(last.combinedHash)",
        "not checked: \(CheckStoreCommand.blindSpots)",
      ]
    let words = said.map { $0 + "\n" }.joined().safeLines
    // The heads are a file of their own; the rest is for the user.
    return Outcome(
      data: heads ? last.map { "\($0)\n" }.joined() : words,
      standardError: (heads ? words : "") + open.warning,
      exitStatus: faults.isEmpty ? .fine : .failure)
  }

  /// The steps in a file that the journals do not have any more, in words.
  private func changes(
    since file: String, of open: OpenStore, in surroundings: CommandEnvironment
  ) throws(Failure) -> [String] {
    let text = String(decoding: try surroundings.read(file).get(), as: UTF8.self)
    var noted: [JournalHead] = []
    for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      guard let head = JournalHead(line) else {
        throw .notHeads(name: file, line: number + 1)
      }
      noted.append(head)
    }
    return try open.asking { () throws(StoreError) in try open.changed(since: noted) }.map {
      "plan \($0.plan), step \($0.step): not the step that was noted; the plan was deleted, or its "
        + "journal was rewritten"
    }
  }
}
