// Edits a plan in a store as a session does, without a terminal:
//   StoreWorker STORE PLAN SEED STEPS [PAUSE]
// After each step that the store has acknowledged it prints a line with the step's number and
// fingerprint. It ends after a number of steps, with a pause in milliseconds between them, or when
// its standard input is closed. Exit status: 0 done, 1 failure, 2 wrong arguments.

import Glibc
import RandomSteps
import Stores

/// Writes a text without buffering.
func say(_ text: String, to file: Int32) {
  let bytes = Array(text.utf8)
  guard write(file, bytes, bytes.count) == bytes.count else { exit(1) }
}

/// Whether the parent process has closed its standard input.
func mustEnd() -> Bool {
  var input = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
  return poll(&input, 1, 0) == 1 && input.revents & Int16(POLLHUP) != 0
}

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.dropFirst().compactMap { UInt64($0) }
guard let path = arguments.first, (3...4).contains(numbers.count),
  arguments.count == numbers.count + 1
else {
  say("StoreWorker STORE PLAN SEED STEPS [PAUSE]\n", to: STDERR_FILENO)
  exit(2)
}
let pause = numbers.count == 4 ? UInt32(clamping: numbers[3]) : 0

/// Works to the end; when it returns, the worker has left the store.
func work() throws {
  var worker = try Worker(
    path: path, plan: PlanNumber(Int(clamping: numbers[0])), seed: numbers[1])
  for _ in 0..<numbers[2] {
    if mustEnd() { return }
    if let (number, step) = try worker.work() {
      say("\(number) \(step.fingerprint)\n", to: STDOUT_FILENO)
      worker.notifyOthers()
    }
    if pause > 0 { usleep(pause * 1000) }
  }
}

do { try work() } catch {
  say("worker of seed \(numbers[1]): \(error)\n", to: STDERR_FILENO)
  exit(1)
}
