import ArgumentParser
import Presence
import SQLiteStores
import Sessions
import Stores
import Text

/// `calloff store`: creates, checks and copies stores.
struct StoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Create, check or copy a store of plans.",
    subcommands: [CreateStoreCommand.self, CheckStoreCommand.self, BackupStoreCommand.self])

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    Outcome(data: Calloff.helpMessage(for: StoreCommand.self, columns: surroundings.columns))
  }
}

/// `calloff store create [--group NAME] PATH`: creates a store, for a group if one is named.
struct CreateStoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Create a store, for yourself or for a group.",
    discussion: """
      With a group, the store gets a folder of its own that only members of the group can read and \
      write. They open it with `--store PATH`, or with `CALLOFF_STORE` in their surroundings.
      """)

  @Option(help: ArgumentHelp("The group whose members share it.", valueName: "name"))
  var group: String?

  @Argument(
    help: "The store's file, in a folder that does not exist yet or is empty.",
    completion: .file())
  var path: String

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let group = try groupNumber
    if let existing = try existing(in: surroundings, group) { return existing }
    if let group {
      do throws(StoreError) {
        try SQLiteStore.createShared(path: path, group: group)
      } catch {
        throw .session(.store(path: path, error))
      }
    }
    let location = StoreLocation(path: path, isNamed: true)
    let open = try surroundings.openStore(location, .whenNeeded).get()
    try open.asking { () throws(StoreError) in try open.create() }
    return Outcome(
      data: VisibleText.safe("created the store `\(path)`; open it with `--store`") + "\n",
      standardError: open.warning)
  }

  private var groupNumber: UInt32? {
    get throws(Failure) {
      guard let group else { return nil }
      guard let number = Identity.groupNumber(of: group).flatMap(UInt32.init(exactly:)) else {
        throw .unknownGroup(group)
      }
      return number
    }
  }

  /// The outcome if there is a store at the path already, which is only read; nil if one is still to
  /// be created, or must be completed or migrated.
  private func existing(
    in surroundings: CommandEnvironment, _ group: UInt32?
  ) throws(Failure) -> Outcome? {
    guard SQLiteStore.exists(at: path) else { return nil }
    if let group, !SQLiteStore.isShared(at: path, with: group) {
      throw .session(.store(path: path, .exists))
    }
    let location = StoreLocation(path: path, isNamed: true, isReadOnly: true)
    switch surroundings.openStore(location, .never) {
    case .success(let open):
      return Outcome(
        data: VisibleText.safe("the store `\(path)` exists already; open it with `--store`") + "\n",
        standardError: open.warning)
    case .failure(.session(.store(path: _, .unfinished))): return nil
    case .failure(let failure): throw failure
    }
  }
}

/// `calloff store backup FILE`: copies a store while others use it.
struct BackupStoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy a store, while others use it.",
    discussion:
      "The copy is a consistent snapshot, and a store itself. An existing file is not replaced.")

  @Argument(help: "The file to create.", completion: .file())
  var file: String

  @OptionGroup var stores: StoreOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let location = stores.location(in: surroundings, readOnly: true)
    let open = try surroundings.openStore(location, .never).get()
    do throws(StoreError) { try open.backup(to: file) } catch {
      throw .session(.store(path: file, error))
    }
    return Outcome(data: VisibleText.safe("copied `\(open.path)` to `\(file)`") + "\n")
  }
}
