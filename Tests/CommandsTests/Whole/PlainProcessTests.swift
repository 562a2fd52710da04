import Documents
import Foundation
import Procurement
import TerminalTesting
import Testing

/// Plain mode as a process, with a script on its standard input.
@Suite("Plain mode as a process")
struct PlainProcessTests {
  /// A folder with a copy of the sample plan, without comments.
  let folder: URL
  var plan: URL { folder.appending(path: "plan.yaml") }
  private var state: URL { folder.appending(path: ".state") }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let example = World.folder.appending(path: "../../docs/examples/imaging.yaml")
    let text = try String(contentsOf: example, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: plan)
  }

  /// Runs a line of shell with `$C` for the program, and returns everything that it prints.
  func run(_ line: String) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = [
      "C": builtProgram("calloff"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb",
      "XDG_STATE_HOME": state.path,
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

  func line(_ place: Int) throws -> PlanLine {
    let clusters = try Programme.builtIn().clusters.map(\.id)
    return try readPlan(Array(Data(contentsOf: plan)), clusters: clusters).plan.lines[place]
  }

  @Test func `a folder is read before the first line, and its plans are opened`() throws {
    try FileManager.default.copyItem(at: plan, to: folder.appending(path: "second.yaml"))
    let script = "findings\\nopen 2\\nline 6\\nquit\\n"
    let (code, output) = try run("printf '\(script)' | $C --plain .")
    #expect(code == 0, "\(output)")
    #expect(output.hasPrefix("the plans of many trusts, and what they come to\n1 "))
    #expect(output.contains("warning G101: 2 plans of "))
    #expect(output.contains("\nL6 "))
    let missing = try run("printf 'list\\nquit\\n' | $C --plain lines.csv")
    #expect(missing.code == 2)
    let latest = try run("echo quit | $C --plain --latest .")
    #expect(latest.code == 0 && latest.output.contains("\n2 "))
  }

  @Test func `a script that ends at a question has not done what it asked for`() throws {
    let script = "show-funding\\nremove-record\\n"
    let (code, output) = try run("printf '\(script)' | $C --plain plan.yaml")
    #expect(code == 3, "\(output)")
    #expect(try run("printf '\(script)n\\n' | $C --plain plan.yaml").code == 0)
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

  @Test func `changes that are not saved when the input ends are kept and offered`() throws {
    let (code, output) = try run("printf 'line 6\\nremove-line' | $C --plain plan.yaml")
    #expect(code == 3)
    #expect(output.hasSuffix("unsaved changes kept; reopen the plan to restore them\n"))
    #expect(try line(5).id == "L6")
    #expect(try run("printf 't\\nwrite\\nquit\\n' | $C --plain plan.yaml").code == 0)
    #expect(try line(5).id == "L7")
  }

  @Test func `input that ends with nothing to write is not a failure`() throws {
    #expect(try run("$C --plain plan.yaml < /dev/null").code == 0)
    #expect(try run("printf 'show\\nquit\\nshow\\n' | $C --plain plan.yaml").code == 0)
  }

  @Test(arguments: ["TERM", "HUP", "INT"])
  func `a signal keeps unsaved changes`(_ signal: String) throws {
    let (_, output) = try run(
      """
      coproc P { exec $C --plain plan.yaml; }
      exec 4<&${P[0]}
      echo remove-line >&${P[1]}
      while read -r line <&4 && [[ $line != removed* ]]; do :; done
      kill -\(signal) $P_PID; wait $P_PID; echo "ended with $?"; ls -A .state/calloff/unsaved
      """)
    #expect(output.contains("ended with 3"))
    #expect(output.contains("-1.yaml") && output.contains("-1.base"))
  }

  @Test(arguments: ["TERM", "HUP", "INT"])
  func `a signal does not wait for queued commands`(_ signal: String) throws {
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

  @Test func `a signal ends a session whose output is blocked`() throws {
    let (_, output) = try run(
      """
      mkfifo out; exec 3<>out; head -c 65536 /dev/zero >&3
      $C --plain plan.yaml <plan.yaml >&3 2>standardError & session=$!
      # A deadline for a session that ignores the signal, which fails the test.
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

  @Test func `a closed output pipe loses no changes`() throws {
    let (_, output) = try run(
      """
      printf 'remove-line\\nfindings\\nlist\\n' | $C --plain plan.yaml |
        while read -r line && [[ $line != removed* ]]; do :; done
      ls -A .state/calloff/unsaved; ls -A
      """)
    #expect(output.contains("-1.yaml") && !output.contains(".kept"))
  }

  @Test(arguments: [
    ("set notes answered", "notes: answered"), ("remove-line", "removed"),
    ("duplicate-line", "id: L13"),
  ])
  func `an answered command is in the store even if the session is killed`(
    _ command: String, _ found: String
  ) throws {
    let (_, output) = try run(
      """
      coproc P { exec $C --plain plan.yaml --store s; }
      exec 4<&${P[0]}
      for line in 1 2 3; do read -r line <&4; done
      echo \(command) >&${P[1]}; read -r line <&4; kill -9 $P_PID
      $C export 1 --store s > after; grep -q 'id: L1$' after || echo removed; grep '\(found)' after
      """)
    #expect(output.contains(found))
  }

  @Test func `unsaved changes belong to one document, even if others have the same name`() throws {
    let (_, output) = try run(
      """
      mkdir a b; cp plan.yaml a; cp plan.yaml b
      printf 'set notes of-a\\n' | $C --plain a/plan.yaml
      echo --- b; printf 'set notes of-b\\nwrite\\nquit\\n' | $C --plain b/plan.yaml
      echo --- a; (cd a; printf 't\\nwrite\\nquit\\n' | $C --plain plan.yaml); grep of-a a/plan.yaml
      ls -A a b .state/calloff/unsaved
      """)
    let parts = output.split(separator: "---")
    #expect(parts.count == 3 && !parts[1].contains("unsaved"))
    #expect(parts[2].contains("restored unsaved changes") && parts[2].contains("notes: of-a"))
    #expect(output.hasSuffix("a:\nplan.yaml\n\nb:\nplan.yaml\n"))
  }

  @Test func `a plan opened by number asks before it first writes its document`() throws {
    let (_, output) = try run(
      """
      printf 'set notes one\\nquit\\nq\\n' | $C --plain plan.yaml --store s >/dev/null
      rm -r .state
      printf 'write\\nw\\nset notes two\\nwrite\\nquit\\n' | $C --plain 1 --store s
      printf 'set notes three\\nwrite\\nquit\\n' | $C --plain 1 --store s; grep notes: plan.yaml
      """)
    #expect(output.components(separatedBy: "write to `").count == 2)
    #expect(output.contains("/plan.yaml`?") && output.contains("notes: three"))
  }

  @Test func `a file that is no longer a plan is never replaced`() throws {
    let (_, output) = try run(
      """
      printf 'set notes one\\nquit\\nq\\n' | $C --plain plan.yaml --store s >/dev/null
      echo 'alias ll=ls' > plan.yaml
      printf 'write\\nother.yaml\\nclose\\nquit\\nq\\n' | $C --plain 1 --store s; cat plan.yaml
      """)
    #expect(output.contains("is not a plan document, so it is not replaced"))
    #expect(output.hasSuffix("alias ll=ls\n"))
  }

  @Test func `unsaved changes are also offered when the plan is opened from the list`() throws {
    let (_, output) = try run(
      """
      $C import plan.yaml --store s; coproc P { exec $C --plain 1 --store s; }
      exec 4<&${P[0]}
      for line in 1 2 3; do read -r line <&4; done
      mv s away; echo set notes unsaved >&${P[1]}; read -r line <&4; wait $P_PID 2>/dev/null
      mv away s; $C doctor | grep 'unsaved '; printf 'open\\nt\\nquit\\n' | $C --plain --store s
      $C export 1 --store s | grep notes: ; ls .state/calloff/unsaved
      """)
    #expect(output.contains("an earlier session left unsaved changes"))
    #expect(output.contains(/open `plan 1` \(\d{4}-\d\d-\d\d, 1 edit\) to restore them/))
    #expect(output.contains("notes: unsaved") && !output.contains("-1.yaml"))
  }

  @Test func `a new document is not written through a link`() throws {
    let (_, output) = try run(
      """
      ln -s target new.yaml; $C import plan.yaml --store s
      printf 'write\\ntype new.yaml\\nquit\\n' | $C --plain 1 --store s; ls target
      """)
    #expect(output.contains("`new.yaml` is a symbolic link"))
    #expect(output.contains("cannot access 'target'"))
  }

  @Test(arguments: ["line 99", "frobnicate", "undo", "set need perhaps", "choose 1"])
  func `a script stops at a command that fails`(_ command: String) throws {
    let script = "\(command)\\nremove-line\\nwrite\\nquit\\n"
    let (code, output) = try run("printf '\(script)' | $C --plain plan.yaml")
    #expect(code == 2)
    #expect(output.hasSuffix("nothing after it was run; everything was written\n"))
    #expect(try line(5).id == "L6")
  }

  @Test func `a byte-order mark at the start of the input is skipped`() throws {
    let (code, output) = try run(
      "printf '\\xef\\xbb\\xbfline 6\\r\\nremove-line\\r\\nwrite\\r\\n' | $C --plain plan.yaml")
    #expect(code == 0)
    #expect(output.contains("removed L6") && output.hasSuffix("written to plan.yaml\n"))
  }

  @Test func `an overlong line is dropped`() throws {
    let (code, output) = try run(
      "{ head -c 300000 /dev/zero | tr '\\0' x; printf '\\nquit\\n'; } | $C --plain plan.yaml")
    #expect(code == 2)
    #expect(output.contains("the line is too long and was ignored; enter less\n"))
  }

  @Test func `a user at a terminal gets a prompt`() throws {
    let (_, output) = try run("script -qec '$C --plain plan.yaml' /dev/null <<< quit")
    #expect(output.contains("calloff> "))
    #expect(!output.contains("\u{1B}"))
  }
}
