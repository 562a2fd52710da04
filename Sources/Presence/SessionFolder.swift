import Glibc

/// The active sessions of a store, and their notices of changes to each other.
///
/// Beside the store is a folder with a file for each session. A session keeps its file locked while
/// it is active, and writes its plan and line into it, and again after each change of the store.
/// The kernel then wakes all others, who watch the folder, also when a session ends or is killed.
/// So no session polls or sends heartbeats, and a killed session is never shown as active. If a
/// file cannot be created, the session sees others but is hidden from them. If others remove the
/// file or folder, it is created again.
public final class SessionFolder {
  /// The suffix of the folder's name after the store's.
  public static let suffix = "-sessions"
  /// The number of attempts to join a folder that is removed at the same time.
  private static let attempts = 8
  /// The maximum number of names kept of closed files and of removed files.
  private static let memory = 1024

  /// The session's unique word, which cannot be guessed.
  public let word: String
  let place: SessionPlace
  var folder: Descriptor?
  private var watch: FolderWatch?
  private var file: SessionFile?
  private var record: SessionRecord

  /// Names of files that this session removed and the kernel has not yet reported.
  private var removed: Set<String> = []
  /// Names of files that their writers closed.
  var closed: Set<String> = []
  var known = KnownSessions()
  private var hasNews = false
  /// Whether this session's file, or the folder, may have been removed.
  private var mayBeGone = false

  /// A new word for a session.
  public static func newWord() -> String { SessionWord.random() }

  /// Joins the sessions of a store. If it `isShared` by a group, the members of the folder's group
  /// see each other.
  public convenience init(
    storePath: String, isShared: Bool, word: String = newWord(), name: String, host: String
  ) throws(PresenceError) {
    let place = SessionPlace(storePath: storePath, isShared: isShared)
    try self.init(at: place, SessionRecord(session: word, name: name, host: host)) {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
  }

  /// Joins with a given clock, in milliseconds.
  init(
    at place: SessionPlace, _ record: SessionRecord, clock: @escaping () -> Int
  ) throws(PresenceError) {
    self.place = place
    self.record = record
    word = record.session
    try join()
    watch = folder.flatMap { [place] in FolderWatch($0, at: place.path, clock: clock) }
  }

  /// Opens the folder, and creates this session's file there.
  private func join() throws(PresenceError) {
    for _ in 0..<SessionFolder.attempts {
      folder = try place.open()
      guard let folder else { return }
      switch SessionFile.create(record, in: folder, isShared: place.isShared) {
      case .created(let created):
        file = created
        return
      case .gone: continue
      case .impossible: return
      }
    }
  }

  /// Creates this session's file, and the folder, again if others removed them.
  private func rejoin() {
    guard mayBeGone else { return }
    mayBeGone = false
    guard file?.isInPlace == false || !isInPlace else { return }
    file = nil
    known.forget()
    try? join()
    if let folder { watch?.watch(folder, at: place.path) }
    // The session's own changes must not wake it.
    absorb(watch?.changes() ?? [])
  }

  /// Whether the open folder is still the store's.
  private var isInPlace: Bool {
    guard let own = folder?.status, let present = try? place.existing()?.status else {
      return false
    }
    return own.st_ino == present.st_ino && own.st_dev == present.st_dev
  }

  /// Whether other sessions cannot see this one, because its file cannot be created.
  public var isHidden: Bool { file == nil }

  /// A descriptor that becomes readable when another session does something; nil if the system
  /// cannot watch folders.
  public var descriptor: Int32? { watch?.descriptor }

  /// Tells other sessions at which plan and line this one is.
  public func announce(plan: Int?, line: String?) {
    guard record.plan != plan || record.line != line else { return }
    record.plan = plan
    record.line = line
    write()
  }

  /// Wakes all other sessions, after a change of the store.
  public func notifyOthers() {
    record.bell &+= 1
    write()
  }

  /// Reads the changes reported by the kernel; returns whether another session made any of them.
  ///
  /// Call it when the descriptor is readable. Others who never stop make it readable only a few
  /// times per second.
  public func drain() -> Bool {
    absorb(watch?.wakeChanges() ?? [])
    rejoin()
    defer { hasNews = false }
    return hasNews
  }

  private func write() {
    guard let file else { return }
    file.write(record)
    settle()
  }

  /// Whether the kernel reports changes.
  var isWatching: Bool { watch != nil }

  /// Reads the reports of the session's own changes, which must not wake it. If there are reports
  /// of others' changes too, the descriptor stays readable.
  func settle() {
    absorb(watch?.changes() ?? [])
    if hasNews || mayBeGone { watch?.wake() }
  }

  /// Records that this session removed a file, so that the report of it is ignored.
  func noteRemoval(of name: String) {
    closed.remove(name)
    if watch != nil, SessionWord.isWord(name), removed.count < SessionFolder.memory {
      removed.insert(name)
    }
  }

  private func absorb(_ changes: [FolderWatch.Change]) {
    for change in changes {
      guard let name = change.name else {
        known.forget()
        hasNews = true
        mayBeGone = true
        continue
      }
      if name == word, change.isRemoval { mayBeGone = true }
      if name == word || !SessionWord.isWord(name) { continue }
      if change.isRemoval {
        closed.remove(name)
        if removed.remove(name) != nil { continue }
      }
      if change.isClosing, closed.count < SessionFolder.memory { closed.insert(name) }
      known.note(name)
      hasNews = true
    }
  }
}
