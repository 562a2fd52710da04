import Glibc

/// Looking at the files of others, of whom nothing good is presumed: who they are is for the system
/// to say, by the owner of the locked file.
extension SessionFolder {
  /// The most names that are read, and files that are opened, in one look.
  private static let nameLimit = 4096
  private static let fileLimit = 512
  /// How often one look waits for locks of files that were just closed, and how many microseconds
  /// each time.
  private static let patience = 50
  private static let pause: UInt32 = 200

  /// What was found under a name.
  private enum Sight {
    case live(Present)
    /// A session was there, and is over.
    case over
    /// There is no such file.
    case nothing
    /// Something that is no session, or that may not be looked at.
    case unknown

    var session: Present? { if case .live(let session) = self { session } else { nil } }
  }

  /// All other sessions that live, by their words; what dead ones left behind is removed.
  public func others() -> [Present] {
    if folder == nil { folder = (try? place.existing()) ?? nil }
    guard let folder else { return [] }
    if isTold { settle() }
    var hasRemoved = false
    var patience = Self.patience
    for name in namesToLookAt(in: folder) {
      let sight = sight(of: name, in: folder, patience: &patience)
      known.take(sight.session, as: name)
      if case .over = sight { hasRemoved = remove(name, from: folder) || hasRemoved }
    }
    if hasRemoved { settle() }
    return known.present.values.sorted { $0.session < $1.session }
  }

  /// The names of files that something may have happened to since they were looked at.
  private func namesToLookAt(in folder: Descriptor) -> [String] {
    guard known.isIncomplete || !isTold else { return Array(known.takeChanged()) }
    let (names, isWhole) = names(in: folder)
    known.beginAnew(isWhole: isWhole)
    return names
  }

  /// Whether a session is known to be over, by its word.
  public func isOver(_ session: String) -> Bool {
    guard session != word else { return false }
    guard SessionWord.isWord(session) else { return true }
    if folder == nil { folder = (try? place.existing()) ?? nil }
    guard let folder else { return true }
    var patience = Self.patience
    return switch sight(of: session, in: folder, patience: &patience) {
    case .over, .nothing: true
    case .live, .unknown: false
    }
  }

  /// Names of others' files, also of those that were never finished, and whether these are all.
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

  /// Looks at a file without following a link or waiting for anybody. Who keeps it locked lives.
  private func sight(
    of name: String, in folder: Descriptor, patience: inout Int
  ) -> Sight {
    let flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC
    guard let file = Descriptor(openat(folder.number, name, flags)) else {
      return errno == ENOENT ? .nothing : .unknown
    }
    guard let status = file.status, status.st_mode & S_IFMT == S_IFREG else { return .unknown }
    // The kernel tells of the closing a moment before it takes the lock away.
    let wasClosed = closed.remove(name) != nil
    while flock(file.number, LOCK_SH | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK else { return .unknown }
      guard wasClosed, patience > 0 else {
        // Should it die later than that, nothing tells of it any more.
        if wasClosed { known.note(name) }
        return SessionWord.isTemporary(name)
          ? .unknown : self.session(name, in: file, status)
      }
      patience -= 1
      usleep(Self.pause)
    }
    return .over
  }

  /// What a live session says of itself. One whose record cannot be read is somewhere; a record
  /// under a name that is not its own is a copy that somebody made.
  private func session(_ name: String, in file: Descriptor, _ status: stat) -> Sight {
    let user = Int(status.st_uid)
    var bytes = [UInt8](repeating: 0, count: SessionRecord.size)
    for _ in 0..<3 {
      guard pread(file.number, &bytes, bytes.count, 0) == bytes.count,
        let record = SessionRecord(bytes: bytes)
      else { continue }
      guard record.session == name else { return .unknown }
      return .live(
        Present(
          session: name, user: user, name: Identity.name(of: user), host: record.host,
          plan: record.plan, line: record.line))
    }
    guard status.st_nlink == 1 else { return .unknown }
    return .live(Present(session: name, user: user, name: Identity.name(of: user), host: ""))
  }

  private func remove(_ name: String, from folder: Descriptor) -> Bool {
    guard unlinkat(folder.number, name, 0) == 0 else { return false }
    noteRemoval(of: name)
    return true
  }
}
