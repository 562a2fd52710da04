import Glibc
import Stores

/// What is known of a store before SQLite opens it.
struct StoreOpening {
  let address: StoreAddress
  /// Why the store cannot be changed; nil if it can.
  let disabledReason: String?
  let trust: StoreTrust
  /// The identity of the store's file.
  let identity: FileStatus.Identity

  /// Inspects a store's file and the files beside it; refuses what is not safe to open.
  init(_ path: String, isReadOnly: Bool) throws(StoreError) {
    // Before inspecting the file, so that a log started meanwhile is not mistaken for a leftover.
    let hasLogContent = StoreFile.hasLogContent(path)
    let state = try StoreFile.inspect(path)
    guard let store = FileStatus(of: path), let folder = FileStatus(of: StoreFile.folder(of: path)),
      store.identity == state.identity
    else { throw .replaced }
    trust = StoreTrust(store: store, folder: folder, user: geteuid())
    let isReading = isReadOnly || !state.isWritable
    if let refusal = trust.refusal(writing: !isReading) {
      throw .untrusted(refusal.words(for: path))
    }
    try SideFile.examine(beside: path, trust)
    if hasLogContent, !state.hasLog {
      throw .untrusted(StoreRefusal.leftover(suffix: "-wal").words(for: path))
    }
    if state.isFragment {
      if isReading { throw .unfinished }
      try StoreFile.empty(path, state.identity)
    }
    identity = state.identity
    disabledReason = StoreOpening.disabledReason(isReadOnly: isReadOnly, state, path, trust)
    address = StoreAddress(
      path: path, isReadOnly: isReading, hasLog: state.hasLog, identity: state.identity,
      keepsLog: true)
  }

  private static func disabledReason(
    isReadOnly: Bool, _ state: StoreFile.State, _ path: String, _ trust: StoreTrust
  ) -> String? {
    if isReadOnly { return "the store was opened read-only" }
    if state.isWritable { return nil }
    if FileSystem.isReadOnly(path) { return "the store is on a read-only file system" }
    return "the store belongs to user \(trust.store.owner), and you can only read it"
  }
}
