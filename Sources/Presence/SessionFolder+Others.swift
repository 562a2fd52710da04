import Glibc

/// Reads the files of other sessions, which are not trusted: the user is the owner of the locked
/// file, as given by the system.
extension SessionFolder {
  /// The maximum numbers of names read, and of files opened, in one pass.
  private static let nameLimit = 4096
  private static let fileLimit = 512
  /// How often one pass waits for locks of files that were just closed, and for how many
  /// microseconds each time.
  private static let patience = 50
  private static let pause: UInt32 = 200

  /// What a name in the folder is.
  private enum Observation {
    case active(ActiveSession)
    /// A session that has ended.
    case ended
    /// There is no such file.
    case missing
    /// Something other than a session, or a file that cannot be read.
    case unknown

    var session: ActiveSession? {
      if case .active(let session) = self { session } else { nil }
    }
  }

  /// All other active sessions in order of their words. Files of ended ones are removed.
  public func others() -> [ActiveSession] {
    if folder == nil { folder = (try? place.existing()) ?? nil }
    guard let folder else { return [] }
    if isWatching { settle() }
    var hasRemoved = false
    var patience = Self.patience
    for name in namesToRead(in: folder) {
      let observation = observe(name, in: folder, patience: &patience)
      known.record(observation.session, as: name)
      if case .ended = observation { hasRemoved = remove(name, from: folder) || hasRemoved }
    }
    if hasRemoved { settle() }
    return known.active.values.sorted { $0.session < $1.session }
  }

  /// The names of files that may have changed since they were read.
  private func namesToRead(in folder: Descriptor) -> [String] {
    guard known.isIncomplete || !isWatching else { return Array(known.takeChanged()) }
    let (names, isWhole) = names(in: folder)
    known.restart(isWhole: isWhole)
    return names
  }

  /// Whether the session with a word is known to have ended.
  public func isOver(_ session: String) -> Bool {
    guard session != word else { return false }
    guard SessionWord.isWord(session) else { return true }
    if folder == nil { folder = (try? place.existing()) ?? nil }
    guard let folder else { return true }
    var patience = Self.patience
    return switch observe(session, in: folder, patience: &patience) {
    case .ended, .missing: true
    case .active, .unknown: false
    }
  }

  /// The names of others' files, including unfinished ones, and whether these are all.
  private func names(in folder: Descriptor) -> (names: [String], isWhole: Bool) {
    let copy = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return ([], false) }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return ([], false)
    }
    defer { closedir(stream) }
    var names: [String] = []
    var count = 0
    while let entry = readdir(stream) {
      count += 1
      if count > Self.nameLimit || names.count == Self.fileLimit { return (names, false) }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != word, SessionWord.isWord(name) || SessionWord.isTemporary(name) else {
        continue
      }
      names.append(name)
    }
    return (names, true)
  }

  /// Reads a file without following a link or waiting. If it is locked, its session is active.
  private func observe(
    _ name: String, in folder: Descriptor, patience: inout Int
  ) -> Observation {
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC
    guard let file = Descriptor(openat(folder.number, name, flags)) else {
      return errno == ENOENT ? .missing : .unknown
    }
    guard let status = file.status, status.st_mode & S_IFMT == S_IFREG else { return .unknown }
    // The kernel reports the closing a moment before it removes the lock.
    let wasClosed = closed.remove(name) != nil
    while flock(file.number, LOCK_SH | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK else { return .unknown }
      guard wasClosed, patience > 0 else {
        // If it ends later than that, nothing further is reported.
        if wasClosed { known.note(name) }
        return SessionWord.isTemporary(name)
          ? .unknown : self.session(name, in: file, status)
      }
      patience -= 1
      usleep(Self.pause)
    }
    return .ended
  }

  /// The record of an active session. One whose record cannot be read is shown without a place; a
  /// record under another session's name is a copy.
  private func session(_ name: String, in file: Descriptor, _ status: stat) -> Observation {
    let user = Int(status.st_uid)
    var bytes = [UInt8](repeating: 0, count: SessionRecord.size)
    for _ in 0..<3 {
      guard pread(file.number, &bytes, bytes.count, 0) == bytes.count,
        let record = SessionRecord(bytes: bytes)
      else { continue }
      guard record.session == name else { return .unknown }
      return .active(
        ActiveSession(
          session: name, user: user, name: Identity.name(of: user), host: record.host,
          plan: record.plan, line: record.line))
    }
    guard status.st_nlink == 1 else { return .unknown }
    return .active(
      ActiveSession(session: name, user: user, name: Identity.name(of: user), host: ""))
  }

  private func remove(_ name: String, from folder: Descriptor) -> Bool {
    guard unlinkat(folder.number, name, 0) == 0 else { return false }
    noteRemoval(of: name)
    return true
  }
}
