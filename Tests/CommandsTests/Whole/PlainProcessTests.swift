import Documents
import Foundation
import Procurement
import TerminalTesting
import Testing

/// The dialogue as a process, with a script on its standard input.
@Suite("The dialogue as a process")
struct PlainProcessTests {
  /// A folder with a copy of the sample plan, without comments.
  private let folder: URL
  private var plan: URL { folder.appending(path: "plan.yaml") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let example = World.folder.appending(path: "../../docs/examples/imaging.yaml")
    let text = try String(contentsOf: example, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: plan)
  }

  /// Runs a line of shell with `$C` for the program; everything that it says comes back.
  private func run(_ line: String) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = [
      "C": builtProgram("calloff"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private func line(_ place: Int) throws -> PlanLine {
    let clusters = try Programme.builtIn().clusters.map(\.id)
    return try readPlan(Array(Data(contentsOf: plan)), clusters: clusters).plan.lines[place]
  }

  @Test(arguments: ["$C --plain plan.yaml", "ACCESSIBLE=1 $C plan.yaml"])
  func `a script changes a plan`(_ call: String) throws {
    let script = "line 6\\nset route programme\\nset supplier bt\\r\\nwrite\\nquit\\n"
    let (code, output) = try run("printf '\(script)' | \(call)")
    #expect(code == 0)
    #expect(output.contains("L6 supplier is bt; exclusive, programme pays"))
    #expect(output.hasSuffix("written to plan.yaml\n"))
    #expect(!output.contains("\u{1B}") && !output.contains("calloff> "))
    let line = try line(5)
    #expect(line.route == .programme && line.supplier == "bt")
  }

  @Test func `work that is not written when the input ends is kept and offered`() throws {
    let (code, output) = try run("printf 'line 6\\nremove-line' | $C --plain plan.yaml")
    #expect(code == 3)
    #expect(output.hasSuffix("unwritten work is kept; open the plan again to take it up\n"))
    #expect(try line(5).id == "L6")
    #expect(try run("printf 't\\nwrite\\nquit\\n' | $C --plain plan.yaml").code == 0)
    #expect(try line(5).id == "L7")
  }

  @Test func `an input that ends with nothing to write is no failure`() throws {
    #expect(try run("$C --plain plan.yaml < /dev/null").code == 0)
    #expect(try run("printf 'show\\nquit\\nshow\\n' | $C --plain plan.yaml").code == 0)
  }

  @Test(arguments: ["TERM", "HUP", "INT"])
  func `a signal keeps what is not written`(_ signal: String) throws {
    let (_, output) = try run(
      """
      coproc P { exec $C --plain plan.yaml; }
      exec 4<&${P[0]}
      echo remove-line >&${P[1]}
      while read -r line <&4 && [[ $line != removed* ]]; do :; done
      kill -\(signal) $P_PID; wait $P_PID; echo "ended with $?"; ls -A
      """)
    #expect(output.contains("ended with 3"))
    #expect(output.contains(".plan.yaml.kept"))
  }

  @Test(arguments: ["TERM", "HUP", "INT"])
  func `a signal does not wait behind a flood of commands`(_ signal: String) throws {
    let (_, output) = try run(
      """
      coproc P { exec $C --plain plan.yaml; }
      exec 4<&${P[0]}
      read -r line <&4
      kill -STOP $P_PID
      for i in {1..500}; do echo remove-line; done >&${P[1]}
      kill -\(signal) $P_PID; kill -CONT $P_PID
      cat <&4; wait $P_PID; echo "ended with $?"
      """)
    #expect(output.contains("ended with"))
    #expect(!output.contains("removed"))
  }

  @Test func `a signal ends it while nobody reads what it says`() throws {
    let (_, output) = try run(
      """
      mkfifo out; exec 3<>out; head -c 65536 /dev/zero >&3
      $C --plain plan.yaml <plan.yaml >&3 2>talk & session=$!
      # A deadline for a session that hears nothing, which is one that fails.
      (sleep 20; kill -KILL $session) &>/dev/null & deadline=$!
      until (( 0x$(awk '/SigCgt/ {print $2}' /proc/$session/status) & 0x4000 )); do :; done
      kill -TERM $session; wait $session; echo "ended with $?"; kill $deadline
      """)
    #expect(output.contains("ended with 0"))
  }

  @Test func `a signal that the parent ignores is ignored`() throws {
    let (code, output) = try run(
      """
      trap '' HUP INT
      coproc P { exec $C --plain plan.yaml; }
      exec 4<&${P[0]}
      read -r line <&4
      kill -HUP $P_PID; kill -INT $P_PID
      echo remove-line >&${P[1]}
      while read -r line <&4 && [[ $line != removed* ]]; do :; done
      echo "$line"; printf 'quit\\nq\\n' >&${P[1]}
      wait $P_PID
      """)
    #expect(code == 0)
    #expect(output.contains("removed"))
  }

  @Test func `a reader that has gone costs no work`() throws {
    let (_, output) = try run(
      """
      printf 'remove-line\\nfindings\\nlist\\n' | $C --plain plan.yaml |
        while read -r line && [[ $line != removed* ]]; do :; done
      ls -A
      """)
    #expect(output.contains(".plan.yaml.kept"))
  }

  @Test func `a line without end is dropped`() throws {
    let (code, output) = try run(
      "{ head -c 300000 /dev/zero | tr '\\0' x; printf '\\nquit\\n'; } | $C --plain plan.yaml")
    #expect(code == 0)
    #expect(output.contains("the line is too long and was dropped; enter less\n"))
  }

  @Test func `somebody at a terminal is prompted`() throws {
    let (_, output) = try run("script -qec '$C --plain plan.yaml' /dev/null <<< quit")
    #expect(output.contains("calloff> "))
    #expect(!output.contains("\u{1B}"))
  }
}
