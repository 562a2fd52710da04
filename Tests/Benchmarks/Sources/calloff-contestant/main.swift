import Glibc

// Answers the commands of `compare.py`, which contestants/protocol.py describes.

/// Writes a whole file.
func write(_ bytes: [UInt8], to path: String) throws {
  guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
    fclose(file) == 0
  else { throw ContestantError("\(path) cannot be written") }
}

/// Measures some work in seconds, as an answer.
func timed(_ work: () throws -> Void) rethrows -> String {
  let time = try ContinuousClock().measure(work)
  return "{\"seconds\": \(time / .seconds(1))}"
}

/// The peak memory in bytes. Unlike `getrusage`, it does not include the parent process.
func mostMemory() -> Int {
  guard let file = fopen("/proc/self/status", "r") else { return 0 }
  defer { fclose(file) }
  var row = [CChar](repeating: 0, count: 256)
  while fgets(&row, Int32(row.count), file) != nil {
    let words = String(decoding: row.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    if words.first == "VmHWM:", words.count > 1 { return (Int(words[1]) ?? 0) * 1_024 }
  }
  return 0
}

/// The answer to a command.
func answer(_ words: [String], _ contestant: inout Contestant) throws -> String {
  switch (words[0], words.count) {
  case ("load", 3): return try timed { try contestant.load(lines: words[1], funds: words[2]) }
  case ("judge", 1):
    contestant.gather()
    return timed { contestant.judge() }
  case ("file", 4):
    return try timed {
      try contestant.load(lines: words[1], funds: words[2])
      contestant.judge()
      try write(contestant.result, to: words[3])
    }
  case ("edits", 4):
    try contestant.prepare(words[1], from: Int(words[2]) ?? 0, count: Int(words[3]) ?? 0)
  case ("edit", 1):
    let times = contestant.edit().map { String(Int64($0 / .nanoseconds(1))) }
    return "{\"times\": [\(times.joined(separator: ","))]}"
  case ("result", 2): try write(contestant.result, to: words[1])
  case ("flags", 2): try write(contestant.flags, to: words[1])
  case ("memory", 1): return "{\"bytes\": \(mostMemory())}"
  case ("version", 1): return "{\"version\": \"this tree\"}"
  default: throw ContestantError("no such command: \(words.joined(separator: " "))")
  }
  return "{}"
}

do {
  var contestant = try Contestant()
  while let line = readLine() {
    print(try answer(line.split(separator: " ").map(String.init), &contestant))
    fflush(nil)
  }
} catch {
  print(error)
  exit(3)
}
