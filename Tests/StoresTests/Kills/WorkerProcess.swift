import Glibc
import TerminalTesting

/// A session at a store in a process of its own, which tells of each step that the store has taken.
///
/// It works until it is killed or told to end; it also ends when the tests do, however they end.
final class WorkerProcess {
  /// A step that the store took, as the worker was told.
  struct Acknowledgement: Hashable {
    let number: Int
    let fingerprint: UInt64
  }

  /// The end of the pipe on which it tells.
  let output: Int32
  private var input: Int32
  private let process: pid_t
  private var rest: [UInt8] = []

  /// Starts a worker at a plan; nil where it cannot be started.
  init?(store: String, plan: Int, seed: UInt64) {
    var told: [Int32] = [-1, -1]
    var heard: [Int32] = [-1, -1]
    // Of what makes a pipe that other programs do not inherit, Swift knows this alone.
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

  /// Reads what it has told, and waits for more where that is nothing; nil where it has ended.
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

  /// Reads all that it tells to its end.
  func last() -> [Acknowledgement] {
    var all: [Acknowledgement] = []
    while let more = acknowledgements() { all += more }
    return all
  }

  /// Kills it where it stands.
  func kill() { Glibc.kill(process, SIGKILL) }

  /// Tells it to end after its step.
  func end() {
    close(input)
    input = -1
  }

  /// Waits until it is gone: its exit code, or 128 and the number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { return -1 }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
