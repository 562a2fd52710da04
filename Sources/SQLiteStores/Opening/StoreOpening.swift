import Glibc
import Stores

/// What is looked at before SQLite opens a store.
struct StoreOpening {
  let address: StoreAddress
  /// Why nothing can be changed, in words; nil where it can.
  let disabledReason: String?
  let trust: StoreTrust
  /// Which file the store is.
  let identity: FileStatus.Identity

  /// Looks at a store's file and at what is beside it; refuses what is not safe to open.
  init(_ path: String, isReadOnly: Bool) throws(StoreError) {
    // Before the look, so that a log which another session starts meanwhile is not taken for one.
    let hasLogContent = StoreFile.hasLogContent(path)
    let look = try StoreFile.look(path)
    guard let store = FileStatus(of: path), let folder = FileStatus(of: StoreFile.folder(of: path)),
      store.identity == look.identity
    else { throw .replaced }
    trust = StoreTrust(store: store, folder: folder, user: geteuid())
    let isReading = isReadOnly || !look.isWritable
    if let refusal = trust.refusal(writing: !isReading) {
      throw .untrusted(refusal.words(for: path))
    }
    try SideFile.examine(beside: path, trust)
    if hasLogContent, !look.hasLog {
      throw .untrusted(StoreRefusal.leftover(suffix: "-wal").words(for: path))
    }
    if look.isFragment {
      if isReading { throw .unfinished }
      try StoreFile.empty(path, look.identity)
    }
    identity = look.identity
    disabledReason = StoreOpening.disabledReason(isReadOnly: isReadOnly, look, path, trust)
    address = StoreAddress(
      path: path, isReadOnly: isReading, hasLog: look.hasLog, identity: look.identity,
      keepsLog: true)
  }

  private static func disabledReason(
    isReadOnly: Bool, _ look: StoreFile.Look, _ path: String, _ trust: StoreTrust
  ) -> String? {
    if isReadOnly { return "the store was opened for reading alone" }
    if look.isWritable { return nil }
    if FileSystem.isReadOnly(path) { return "the store lies on a file system for reading alone" }
    return "the store belongs to user \(trust.store.owner), and you may only read it"
  }
}
