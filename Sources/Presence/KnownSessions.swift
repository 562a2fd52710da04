/// What is known of other sessions, and which of them must be looked at again.
///
/// Everybody's every move wakes all the others. If each of these then looked at all files, fifty
/// sessions would open thousands at each move; so only what the kernel told of is looked at.
struct KnownSessions {
  /// The most sessions that are kept in mind, and files that are to be looked at by name.
  private static let limit = 1024

  /// The sessions that live, by their words.
  private(set) var present: [String: Present] = [:]
  /// Names of files that something happened to since they were looked at.
  private(set) var changed: Set<String> = []
  /// Whether files that are in neither may be there too.
  private(set) var isIncomplete = true

  /// Notes that something happened to a file.
  mutating func note(_ name: String) {
    if changed.count < KnownSessions.limit { changed.insert(name) } else { isIncomplete = true }
  }

  /// Notes that anything may have happened.
  mutating func forget() { isIncomplete = true }

  /// Begins a look at all files, which finds everything if it `isWhole`.
  mutating func beginAnew(isWhole: Bool) {
    present = [:]
    changed = []
    isIncomplete = !isWhole
  }

  /// Begins a look at those files that something happened to, and returns their names.
  mutating func takeChanged() -> Set<String> {
    defer { changed = [] }
    return changed
  }

  /// Takes what was found under a name: nil where there is no session.
  mutating func take(_ session: Present?, as name: String) {
    if session == nil || present[name] != nil || present.count < KnownSessions.limit {
      present[name] = session
    }
  }
}
