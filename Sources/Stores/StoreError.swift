/// Why a store cannot do what it was asked.
public enum StoreError: Error, Hashable, Sendable {
  /// The path does not have a store, and none may be created.
  case notFound
  /// The system does not allow it.
  case notPermitted
  /// The file is not a store of this program.
  case noStore
  /// Its creation was interrupted, and it has no plan yet.
  case unfinished
  /// Users who do not share it could have changed it or a file beside it; how, in words.
  case untrusted(String)
  /// There is already a file where one was to be created.
  case exists
  /// Its file was moved, removed or replaced since it was opened.
  case replaced
  /// Its schema is of an earlier version, which its owner has to bring up to date.
  case older
  /// It was created by a later version of the program.
  case newer
  /// The file system allows only reading, or it was opened read-only.
  case readOnly
  /// The disk is full, or the user's share of it.
  case noSpace
  /// The process may not open so many files.
  case noDescriptors
  /// Another program has held it for longer than is waited for.
  case locked(seconds: Int)
  /// Its content is invalid; what and where, in words.
  case damaged(String)
  /// The plan is frozen.
  case frozen
  /// The plan has so many scenarios.
  case hasScenarios(Int)
  /// There is no such plan.
  case noPlan
  /// A version of that name exists.
  case nameTaken(String)
  /// The step does not fit the plan.
  case unfit
  /// The library that talks to servers is missing.
  case noLibrary
  /// The address of a server has a password.
  case hasPassword
  /// The server cannot be reached, or lets the user not in; why, in words.
  case unreachable(String)
  /// The connection to the server was lost, and what was asked for may or may not be done; how, in
  /// words.
  case disconnected(String)
  /// The database has no store yet.
  case notCreated
  /// The server does not allow it; what, in words.
  case refused(String)
  /// The system failed otherwise; how, in words.
  case failed(String)
}

extension StoreError {
  /// The error in words, for a store that the user calls `path`, with what to do about it.
  public func message(for path: String) -> String {
    let store = "the store `\(path)`"
    return switch self {
    case .notFound: "\(store) does not exist; name another with `--store`, or leave it out"
    case .notPermitted:
      "\(store) cannot be opened; check the permissions of the file and its folder, "
        + "or name another with `--store`"
    case .exists: "`\(path)` exists already; choose another name"
    case .noStore: "`\(path)` is not a store of calloff; name another with `--store`"
    case .unfinished:
      "\(store) holds no plan yet, as its creation was interrupted; it is created when it is opened "
        + "for editing"
    case .untrusted(let reason): "\(store) was not opened: \(reason)"
    case .replaced:
      "the store was moved or replaced; put it back, or write to a file"
    case .noDescriptors:
      "too many files are open to use \(store); raise the limit (`ulimit -n`), and start again"
    case .older:
      "\(store) is of an earlier version; its owner brings it up to date with `calloff store create`"
    case .newer: "\(store) is of a later version; update calloff"
    case .readOnly: "\(store) can only be read; name another with `--store` to change plans"
    case .noSpace: "the disk is full: no room for \(store); free some, and do it again"
    case .locked(let seconds):
      "another program has held \(store) for \(seconds) seconds; end it, and do it again"
    case .damaged(let what):
      "\(store) is damaged (\(what)); `calloff store check` says more; restore a backup"
    case .frozen: "the plan is frozen; reopen it first"
    case .hasScenarios(let count):
      "the plan has \(count == 1 ? "a scenario" : "\(count) scenarios"); delete "
        + "\(count == 1 ? "it" : "them") first"
    case .noPlan: "there is no such plan in \(store); `calloff` lists those that are"
    case .nameTaken(let name): "a version is called `\(name)` already; choose another name"
    case .unfit: "the plan has changed so that this does not fit it any more; do it again"
    case .noLibrary:
      "\(store) needs PostgreSQL's library (libpq.so.5), which is not installed; on Debian and Ubuntu "
        + "it is in `libpq5`, on Red Hat's systems in `libpq`"
    case .hasPassword:
      "the address of a store must not have a password, which others could read; put it into "
        + "`~/.pgpass` or `PGPASSWORD`"
    case .unreachable(let reason):
      "\(store) cannot be reached (\(reason)); check the address, or name another with `--store`"
    case .disconnected(let reason):
      "the connection to \(store) was lost (\(reason)); it is tried again"
    case .notCreated:
      "\(store) does not exist yet; the owner of the database makes it with `calloff store create`"
    case .refused(let reason):
      "the server of \(store) does not allow it (\(reason)); ask its owner for the right"
    case .failed(let reason): "\(store) failed (\(reason)); try again, or name another"
    }
  }
}
