import Glibc

/// What the system counts of a running program.
///
/// With it a test knows that an answer is complete, and need not guess so from silence.
struct Activity: Equatable {
  /// The bytes that it has read, of keys and of files.
  let bytesRead: Int
  /// The bytes that it has written.
  let bytesWritten: Int
  /// How often it has written.
  let writes: Int

  /// The counts of a process as they are now; nothing where the system does not tell.
  init?(of process: pid_t) {
    guard let text = Activity.text(of: "/proc/\(process)/io") else { return nil }
    var counts: [Substring: Int] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":")
      counts[parts[0]] = parts.last.flatMap { Int($0.drop { $0 == " " }) }
    }
    guard let bytesRead = counts["rchar"], let bytesWritten = counts["wchar"],
      let writes = counts["syscw"]
    else { return nil }
    self.bytesRead = bytesRead
    self.bytesWritten = bytesWritten
    self.writes = writes
  }

  /// Whether a process waits for something to happen, as between two keys.
  static func isWaiting(_ process: pid_t) -> Bool {
    // The name, which comes first, may hold anything but ends at the last parenthesis.
    guard let text = text(of: "/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else {
      return false
    }
    return text[end...].dropFirst(2).first == "S"
  }

  /// How often a process has been taken off a processor, voluntarily or not.
  static func wakeUps(of process: pid_t) -> Int? {
    guard let text = text(of: "/proc/\(process)/status") else { return nil }
    let counts = text.split(separator: "\n").filter { $0.contains("voluntary_ctxt_switches:") }
      .compactMap { $0.split(separator: "\t").last.flatMap { Int($0) } }
    return counts.count == 2 ? counts.reduce(0, +) : nil
  }

  private static func text(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
