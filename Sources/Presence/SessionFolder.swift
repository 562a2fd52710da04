import Glibc

/// Who is at a store now, and the bell that tells its sessions of each other's changes.
///
/// Beside the store stands a folder with a file for each session. A session keeps its file locked
/// while it lives, writes into it where it is, and again after each change of the store; the kernel
/// wakes all others, who watch the folder, also when a session ends or is killed. So nobody polls,
/// nobody sends signs of life, and a killed session is never taken for a live one. Where no file can
/// be made the session only looks on: it sees others and is not seen.
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
  private let watch: FolderWatch?
  private let file: SessionFile?
  private var record: SessionRecord

  /// Names of files that this session removed, and has not been told of yet.
  private var removed: Set<String> = []
  /// Names of files that were closed by who wrote them.
  var closed: Set<String> = []
  var known = KnownSessions()
  private var hasNews = false

  /// Joins the sessions at a store. `isShared` says that it belongs to a group: then those of the
  /// group that its folder has see each other.
  public init(
    storePath: String, isShared: Bool, name: String, host: String
  ) throws(PresenceError) {
    word = SessionWord.random()
    record = SessionRecord(session: word, name: name, host: host)
    place = SessionPlace(storePath: storePath, isShared: isShared)
    var file: SessionFile?
    attempts: for _ in 0..<SessionFolder.attempts {
      folder = try place.open()
      guard let folder else { break }
      switch SessionFile.make(record, in: folder, isShared: isShared) {
      case .made(let made):
        file = made
        break attempts
      case .gone: continue
      case .hindered: break attempts
      }
    }
    self.file = file
    watch = folder.flatMap { [place] in FolderWatch($0, at: place.path) }
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
  public func drain() -> Bool {
    absorb()
    defer { hasNews = false }
    return hasNews
  }

  private func write() {
    guard let file else { return }
    file.write(record)
    settle()
  }

  /// Whether the kernel tells of all that happens, in a way that can be read before its time: what
  /// of it is still to wake the session can only be put back by one that has a file.
  var isTold: Bool { watch != nil && file != nil }

  /// Reads what the kernel tells of the session's own doing, for which it need not be woken.
  ///
  /// Where it tells of others too, that must go on to be readable: writing the same again does it.
  func settle() {
    absorb()
    if hasNews { file?.write(record) }
  }

  /// Remembers that this session removed a file, which it need not be told.
  func noteRemoval(of name: String) {
    closed.remove(name)
    if watch != nil, SessionWord.isWord(name), removed.count < SessionFolder.memory {
      removed.insert(name)
    }
  }

  private func absorb() {
    for change in watch?.changes() ?? [] {
      guard let name = change.name else {
        known.forget()
        hasNews = true
        continue
      }
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
