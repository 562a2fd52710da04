import Glibc

/// Which files a store's safety lets it be made of: who may own them, and who may write to them.
///
/// SQLite believes what lies beside a database. `-wal` holds changes that are not in the database
/// yet, and a rollback journal is played back when the database is opened. Whoever can plant one
/// changes the store of somebody else, or has files of theirs deleted.
struct StoreTrust: Hashable {
  /// The store's own file.
  var store: FileStatus
  /// The folder that holds it.
  var folder: FileStatus
  /// The user who opens it.
  var user: uid_t

  /// Why the store is not opened for reading or writing; nil where it may be.
  func refusal(writing: Bool) -> StoreRefusal? {
    if store.isOpenToAll { return .openToAll(owner: store.owner) }
    let isForeign = store.owner != user && user != 0
    if isForeign, writing, !store.isShared || folder.isOpenToAll {
      return .foreign(owner: store.owner)
    }
    return nil
  }

  /// Why a file beside the store, whose name ends in `suffix`, keeps the store from being opened;
  /// nil where it is one that SQLite may have made for those who share the store.
  func refusal(of file: FileStatus, suffix: String) -> StoreRefusal? {
    guard file.isRegular else { return .notRegular(suffix: suffix) }
    guard file.links == 1 else { return .linked(suffix: suffix) }
    if [store.owner, user, 0].contains(file.owner) { return nil }
    guard store.isShared, !folder.isOpenToAll, file.group == store.group,
      file.permissions == store.permissions
    else { return .foreignFile(suffix: suffix, owner: file.owner) }
    return nil
  }

  /// What is not safe although the store is opened: any user may put another one in its place.
  var warning: String? {
    folder.isOpenToAll && !folder.isSticky
      ? "any user may replace the store: its folder is open to all; run `chmod o-w` on the folder"
      : nil
  }
}

/// Why a store is not opened, although its file is one of this program's.
enum StoreRefusal: Hashable {
  /// It has several names that cannot be used as one; how many.
  case links(Int)
  /// Any user may write to it.
  case openToAll(owner: uid_t)
  /// It belongs to another user who does not share it with a group.
  case foreign(owner: uid_t)
  /// Its making was interrupted, and it belongs to another user.
  case foreignFragment(owner: uid_t)
  /// A file beside it is no regular file.
  case notRegular(suffix: String)
  /// A file beside it has several names.
  case linked(suffix: String)
  /// A file beside it belongs to somebody who does not share the store.
  case foreignFile(suffix: String, owner: uid_t)
  /// Its rollback journal names another file that SQLite would delete.
  case superJournal(suffix: String)
  /// A symbolic link on the way to it was made by another user in a folder that others may write to.
  case plantedLink(String, owner: uid_t)
  /// A file beside its path is left of a store that is not there any more.
  case leftover(suffix: String)

  /// The refusal in words, for a store at a path: what is wrong and what to do.
  func words(for path: String) -> String {
    switch self {
    case .links(let count):
      "it has \(count) names (hard links), in several folders or each with a log of its own, so "
        + "that edits under one are lost under another; remove all names but one"
    case .leftover(let suffix):
      "`\(path)\(suffix)` is left of a store that is not there any more; put that store back, or "
        + "remove the file"
    case .openToAll(let owner):
      "it belongs to user \(owner), and any user may write to it; its owner can run "
        + "`chmod o-w \(path)`"
    case .foreign(let owner):
      "it belongs to user \(owner), who does not share it with a group; open it with "
        + "`--read-only`, or choose another path"
    case .foreignFragment(let owner):
      "creating it was interrupted, and it belongs to user \(owner), who can open it for editing or "
        + "remove it"
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
      "`\(link)` is a symbolic link that user \(owner) made in a folder that others may write to; "
        + "name the store itself"
    }
  }
}
