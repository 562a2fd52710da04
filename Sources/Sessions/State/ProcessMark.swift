import Documents
import Glibc

/// What tells a process of this computer from all others, also once it has ended: its number, when
/// it was started, and since which start of the computer that counts.
struct ProcessMark: Hashable, Sendable {
  /// It as a file has it: `BOOT-PROCESS-START`.
  let text: String

  /// A mark as a file has it.
  init(_ text: String) { self.text = text }

  /// The mark of a running process; nil where none has that number, or the system does not say.
  init?(of process: Int32) {
    guard let boot = ProcessMark.boot, let start = ProcessMark.start(of: process) else {
      return nil
    }
    text = "\(boot)-\(process)-\(start)"
  }

  /// The mark of this process.
  static let own = ProcessMark(of: getpid()) ?? ProcessMark("")

  /// Whether the process has ended.
  var isOver: Bool {
    let parts = text.split(separator: "-")
    guard parts.count > 2, let process = Int32(parts[parts.count - 2]) else { return true }
    return ProcessMark(of: process) != self
  }

  private static let boot = words(in: "/proc/sys/kernel/random/boot_id").first

  /// When a process was started, in ticks since the start of the computer; nil where there is none
  /// of that number.
  private static func start(of process: Int32) -> String? {
    // The second field is the program's name in brackets, which may have blanks.
    let fields = words(in: "/proc/\(process)/stat", after: ")")
    // One that has ended and that its parent has not taken note of has none either.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
    return fields[19]
  }

  private static func words(in path: String, after mark: Character? = nil) -> [String] {
    guard let bytes = try? readInput(path).bytes else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    let rest = mark.flatMap { text.lastIndex(of: $0) }.map { text[text.index(after: $0)...] }
    return (rest ?? text[...]).split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
