import Glibc
import TerminalTesting

/// A session in a separate process, which reports each step that the store has acknowledged.
///
/// It works until it is killed or stopped. It also ends when the tests end, however they do.
final class WorkerProcess {
  /// A step that the store acknowledged to the worker.
  struct Acknowledgement: Hashable {
    let number: Int
    let fingerprint: UInt64
  }

  /// The end of the pipe on which it reports.
  let output: Int32
  private var input: Int32
  private let process: pid_t
  private var rest: [UInt8] = []

  /// Starts a worker on a plan; nil if it cannot be started.
  init?(store: String, plan: Int, seed: UInt64) {
    var told: [Int32] = [-1, -1]
    var heard: [Int32] = [-1, -1]
    // The only call available in Swift for a pipe that other programs do not inherit.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &told) == 0, socketpair(AF_UNIX, kind, 0, &heard) == 0
    else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, heard[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, told[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let program = builtProgram("StoreWorker")
    let words = [program, store, String(plan), String(seed), String(Int32.max)]
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, program, &actions, nil, &arguments, environ)
    close(told[1])
    close(heard[0])
    output = told[0]
    input = heard[1]
    self.process = process
    if error != 0 { return nil }
  }

  deinit {
    close(output)
    if input >= 0 { close(input) }
  }

  /// Reads its reports, and waits if there are none; nil if it has ended.
  func acknowledgements() -> [Acknowledgement]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    guard count > 0 else { return nil }
    rest += buffer.prefix(count)
    let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rest = lines.last.map(Array.init) ?? []
    return lines.dropLast().compactMap { line in
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard words.count == 2, let number = Int(words[0]), let fingerprint = UInt64(words[1])
      else { return nil }
      return Acknowledgement(number: number, fingerprint: fingerprint)
    }
  }

  /// Reads its reports to the end.
  func last() -> [Acknowledgement] {
    var all: [Acknowledgement] = []
    while let more = acknowledgements() { all += more }
    return all
  }

  /// Kills it.
  func kill() { Glibc.kill(process, SIGKILL) }

  /// Makes it end after the current step.
  func end() {
    close(input)
    input = -1
  }

  /// Waits for its end: the exit status, or 128 plus the number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { return -1 }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
