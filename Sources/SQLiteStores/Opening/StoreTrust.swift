import Glibc

/// Decides which files a store may consist of: who may own them, and who may write to them.
///
/// SQLite trusts the files beside a database. `-wal` holds changes that are not in the database
/// yet, and a rollback journal is played back when the database is opened. A user who can plant one
/// can change another user's store, or have their files deleted.
struct StoreTrust: Hashable {
  /// The store's own file.
  var store: FileStatus
  /// The folder that holds it.
  var folder: FileStatus
  /// The user who opens it.
  var user: uid_t

  /// Why the store must not be opened for reading or writing; nil if it may be.
  func refusal(writing: Bool) -> StoreRefusal? {
    if store.isOpenToAll { return .openToAll(owner: store.owner) }
    let isForeign = store.owner != user && user != 0
    if isForeign, writing, !store.isShared || folder.isOpenToAll {
      return .foreign(owner: store.owner)
    }
    return nil
  }

  /// Why the store must not be opened because of a file beside it, whose name ends in `suffix`; nil
  /// if SQLite may have created the file for users who share the store.
  func refusal(of file: FileStatus, suffix: String) -> StoreRefusal? {
    guard file.isRegular else { return .notRegular(suffix: suffix) }
    guard file.links == 1 else { return .linked(suffix: suffix) }
    if [store.owner, user, 0].contains(file.owner) { return nil }
    guard store.isShared, !folder.isOpenToAll, file.group == store.group,
      file.permissions == store.permissions
    else { return .foreignFile(suffix: suffix, owner: file.owner) }
    return nil
  }

  /// A risk that does not prevent opening the store: any user can replace it.
  var warning: String? {
    folder.isOpenToAll && !folder.isSticky
      ? "any user can replace the store, because its folder is open to all; run `chmod o-w` on it"
      : nil
  }
}

/// Why a store is not opened, although its file is a store.
enum StoreRefusal: Hashable {
  /// It has several names, and none can be preferred; their number.
  case links(Int)
  /// Any user can write to it.
  case openToAll(owner: uid_t)
  /// It belongs to another user, who does not share it with a group.
  case foreign(owner: uid_t)
  /// Creating it was interrupted, and it belongs to another user.
  case foreignFragment(owner: uid_t)
  /// A file beside it is not a regular file.
  case notRegular(suffix: String)
  /// A file beside it has several names.
  case linked(suffix: String)
  /// A file beside it belongs to a user who does not share the store.
  case foreignFile(suffix: String, owner: uid_t)
  /// Its rollback journal names another file that SQLite would delete.
  case superJournal(suffix: String)
  /// A symbolic link in its path was made by another user in a folder that others can write to.
  case plantedLink(String, owner: uid_t)
  /// A file beside its path is left over from a store that no longer exists.
  case leftover(suffix: String)

  /// The message for a store at a path: what is wrong, then what to do.
  func words(for path: String) -> String {
    switch self {
    case .links(let count):
      "it has \(count) names (hard links), in several folders or each with its own log, so "
        + "edits under one name would be lost under another; remove all names but one"
    case .leftover(let suffix):
      "`\(path)\(suffix)` is left over from a store that no longer exists; restore that store, or "
        + "remove the file"
    case .openToAll(let owner):
      "it belongs to user \(owner), and any user can write to it; its owner can run "
        + "`chmod o-w \(path)`"
    case .foreign(let owner):
      "it belongs to user \(owner), who does not share it with a group; open it with "
        + "`--read-only`, or choose another path"
    case .foreignFragment(let owner):
      "creating it was interrupted, and it belongs to user \(owner), who can open it for editing "
        + "or remove it"
    case .notRegular(let suffix):
      "`\(path)\(suffix)` beside it is not a regular file; remove it"
    case .linked(let suffix):
      "`\(path)\(suffix)` beside it has several names (hard links); remove it"
    case .foreignFile(let suffix, let owner):
      "`\(path)\(suffix)` beside it belongs to user \(owner), who does not share the store; "
        + "remove it, or have an administrator remove it"
    case .superJournal(let suffix):
      "`\(path)\(suffix)` beside it names another file that SQLite would delete; remove it"
    case .plantedLink(let link, let owner):
      "`\(link)` is a symbolic link that user \(owner) made in a folder that others can write to; "
        + "give the path of the store itself"
    }
  }
}
