import ArgumentParser
import Presence
import SQLiteStores
import Stores
import Text

/// `calloff store`: makes, checks and copies stores.
struct StoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Make, check or copy a store of plans.",
    subcommands: [CreateStoreCommand.self, CheckStoreCommand.self, BackupStoreCommand.self])

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    Outcome(data: Calloff.helpMessage(for: StoreCommand.self, columns: surroundings.columns))
  }
}

/// `calloff store create [--group NAME] PATH`: makes a store, for a group if one is named.
struct CreateStoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a store, for yourself or for a group.",
    discussion: """
      With a group the store gets a folder of its own, in which the group's members alone can read \
      and write. They open it with `--store PATH`, or with `CALLOFF_STORE` in their environment.
      """)

  @Option(help: ArgumentHelp("The group whose members share it.", valueName: "name"))
  var group: String?

  @Argument(
    help: "The store's file, in a folder that does not exist yet or is empty.",
    completion: .file())
  var path: String

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    if let group {
      guard let number = Identity.groupNumber(of: group).flatMap(UInt32.init(exactly:)) else {
        throw .unknownGroup(group)
      }
      do throws(StoreError) {
        try SQLiteStore.createShared(path: path, group: number)
      } catch {
        throw .store(path: path, error)
      }
    }
    let wish = StoreWish(path: path, isNamed: true)
    let open = try surroundings.openStore(wish, .whenNeeded).get()
    try open.make()
    return Outcome(
      data: VisibleText.safe("made the store `\(path)`; open it with `--store`") + "\n",
      talk: open.warning)
  }
}

/// `calloff store check`: says whether a store is sound.
struct CheckStoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say whether a store is sound.",
    discussion: """
      Every page of the database is read, and every plan's journal is replayed and compared with \
      the plan; each edit has to start from what was there. It changes nothing. Exit code 0: sound; \
      3: not.

      It does not see what somebody who may write to the database has forged consistently: \
      \(CheckStoreCommand.blindSpots).
      """)

  /// What nothing in a database can prove.
  private static let blindSpots =
    "authors and times, a plan rewritten together with its journal, named versions, unfinished "
    + "typing, the register of trusts, and the sums and findings in the list of plans"

  @OptionGroup var stores: StoreOptions

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    let wish = stores.wish(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(wish, .never).get()
    let faults = try open.faults()
    let plans = try open.asking { () throws(StoreError) in try open.store.plans().count }
    let close = faults.isEmpty ? "sound" : "not sound; restore a backup, or export what can be read"
    let count = counted(plans, "plan")
    return Outcome(
      data: (faults.map { $0 + "\n" }.joined() + "\(open.path): \(count), \(close)\n"
        + "not checked: \(CheckStoreCommand.blindSpots)\n").safeLines,
      talk: open.warning,
      ending: faults.isEmpty ? .fine : .failure)
  }
}

/// `calloff store backup FILE`: copies a store while others work at it.
struct BackupStoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy a store, while others work at it.",
    discussion: "The copy is of one moment, and a store itself. An existing file is not replaced.")

  @Argument(help: "The file to make.", completion: .file())
  var file: String

  @OptionGroup var stores: StoreOptions

  func outcome(in surroundings: Surroundings) throws(Failure) -> Outcome {
    let wish = stores.wish(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(wish, .never).get()
    try open.backup(to: file)
    return Outcome(data: VisibleText.safe("copied `\(open.path)` to `\(file)`") + "\n")
  }
}
