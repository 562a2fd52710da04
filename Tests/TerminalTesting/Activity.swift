import Glibc

/// The system's counters of a running program.
///
/// They show a test when an answer is complete, so that it need not wait for silence.
struct Activity: Equatable {
  /// The number of bytes that it has read, from the terminal and from files.
  let bytesRead: Int
  /// The number of bytes that it has written.
  let bytesWritten: Int
  /// The number of writes.
  let writes: Int

  /// The current counters of a process; nil if the system does not report them.
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

  /// Whether a process waits for an event, as between two keys.
  static func isWaiting(_ process: pid_t) -> Bool {
    // The name, which comes first, may contain anything but ends at the last parenthesis.
    guard let text = text(of: "/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else {
      return false
    }
    return text[end...].dropFirst(2).first == "S"
  }

  /// The number of context switches of a process, voluntary or not.
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
