import Glibc

/// Who is at a store now, and the bell that tells its sessions of each other's changes.
///
/// Beside the store stands a folder with a file for each session. A session keeps its file locked
/// while it lives, writes into it where it is, and again after each change of the store; the kernel
/// wakes all others, who watch the folder, also when a session ends or is killed. So nobody polls,
/// nobody sends signs of life, and a killed session is never taken for a live one. Where no file can
/// be made the session only looks on: it sees others and is not seen. A file or folder that others
/// remove is made again.
public final class SessionFolder {
  /// What the folder's name adds to the store's.
  public static let suffix = "-sessions"
  /// How often a folder that is taken away while a session joins it is looked for again.
  private static let attempts = 8
  /// The most names of closed and of removed files that are remembered.
  private static let memory = 1024

  /// The session's own word, which no other has and nobody can guess.
  public let word: String
  let place: SessionPlace
  var folder: Descriptor?
  private var watch: FolderWatch?
  private var file: SessionFile?
  private var record: SessionRecord

  /// Names of files that this session removed, and has not been told of yet.
  private var removed: Set<String> = []
  /// Names of files that were closed by who wrote them.
  var closed: Set<String> = []
  var known = KnownSessions()
  private var hasNews = false
  /// Whether the own file, or the folder, may have been removed.
  private var mayBeGone = false

  /// A new word for a session.
  public static func newWord() -> String { SessionWord.random() }

  /// Joins the sessions at a store. `isShared` says that it belongs to a group: then those of the
  /// group that its folder has see each other.
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

  /// Joins with a clock of one's own, in milliseconds.
  init(
    at place: SessionPlace, _ record: SessionRecord, clock: @escaping () -> Int
  ) throws(PresenceError) {
    self.place = place
    self.record = record
    word = record.session
    try join()
    watch = folder.flatMap { [place] in FolderWatch($0, at: place.path, clock: clock) }
  }

  /// Opens the folder, and makes the own file there.
  private func join() throws(PresenceError) {
    for _ in 0..<SessionFolder.attempts {
      folder = try place.open()
      guard let folder else { return }
      switch SessionFile.make(record, in: folder, isShared: place.isShared) {
      case .made(let made):
        file = made
        return
      case .gone: continue
      case .hindered: return
      }
    }
  }

  /// Makes the own file again, and the folder, where others have removed it.
  private func rejoin() {
    guard mayBeGone else { return }
    mayBeGone = false
    guard file?.isInPlace == false || !isInPlace else { return }
    file = nil
    known.forget()
    try? join()
    if let folder { watch?.watch(folder, at: place.path) }
    // The own doing is nothing to be woken for.
    absorb(watch?.changes() ?? [])
  }

  /// Whether the open folder is still the store's.
  private var isInPlace: Bool {
    guard let own = folder?.status, let present = try? place.existing()?.status else {
      return false
    }
    return own.st_ino == present.st_ino && own.st_dev == present.st_dev
  }

  /// Whether the session is not seen by others, because nothing can be made at the store.
  public var isOnlooker: Bool { file == nil }

  /// What becomes readable when another session did something; nil where the system cannot tell.
  public var descriptor: Int32? { watch?.descriptor }

  /// Says where the session is now: at a plan, and at a line of it.
  public func stand(plan: Int?, line: String?) {
    guard record.plan != plan || record.line != line else { return }
    record.plan = plan
    record.line = line
    write()
  }

  /// Wakes all others; for after each change of the store.
  public func ring() {
    record.bell &+= 1
    write()
  }

  /// Reads all that the kernel has told; says whether any of it was another's doing.
  ///
  /// This is for when the descriptor is readable. Others who never stop make it so only a few times
  /// a second.
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

  /// Whether the kernel tells of all that happens.
  var isTold: Bool { watch != nil }

  /// Reads what the kernel tells of the session's own doing, for which it need not be woken. Where
  /// it tells of others too, the descriptor stays readable.
  func settle() {
    absorb(watch?.changes() ?? [])
    if hasNews || mayBeGone { watch?.wake() }
  }

  /// Remembers that this session removed a file, which it need not be told.
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
