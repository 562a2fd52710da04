/// The known other sessions, and which files must be read again.
///
/// Every move of a session wakes all others. If each of them then read all files, fifty sessions
/// would open thousands of files at each move. So only files reported by the kernel are read.
struct KnownSessions {
  /// The maximum number of known sessions, and of names to read again.
  private static let limit = 1024

  /// The active sessions by their words.
  private(set) var active: [String: ActiveSession] = [:]
  /// Names of files that changed since they were read.
  private(set) var changed: Set<String> = []
  /// Whether there may be files in neither collection.
  private(set) var isIncomplete = true

  /// Records a change of a file.
  mutating func note(_ name: String) {
    if changed.count < KnownSessions.limit { changed.insert(name) } else { isIncomplete = true }
  }

  /// Records that any file may have changed.
  mutating func forget() { isIncomplete = true }

  /// Starts reading all files; `isWhole` says that none is left out.
  mutating func restart(isWhole: Bool) {
    active = [:]
    changed = []
    isIncomplete = !isWhole
  }

  /// Starts reading the changed files, and returns their names.
  mutating func takeChanged() -> Set<String> {
    defer { changed = [] }
    return changed
  }

  /// Records the session with a name; nil if there is none.
  mutating func record(_ session: ActiveSession?, as name: String) {
    if session == nil || active[name] != nil || active.count < KnownSessions.limit {
      active[name] = session
    }
  }
}
