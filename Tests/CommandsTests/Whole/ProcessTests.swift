import Foundation
import TerminalTesting
import Testing

@testable import Commands

/// The built program as a process: what only a process can get wrong.
@Suite("The process")
struct ProcessTests {
  struct Ended {
    var code: Int32
    var output: String
    var standardError: String
  }

  /// Runs a line of shell with `$C` for the program and this folder's plans as working directory.
  private func run(_ line: String) throws -> Ended {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = World.folder.appending(path: "Plans")
    process.environment = [
      "C": builtProgram("calloff"),
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    let output = Pipe()
    let standardError = Pipe()
    process.standardOutput = output
    process.standardError = standardError
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let outputData = try output.fileHandleForReading.readToEnd() ?? Data()
    let talkData = try standardError.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Ended(
      code: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      standardError: String(decoding: talkData, as: UTF8.self))
  }

  @Test(
    "the exit code is the one agreed on",
    arguments: [
      ("$C check sound.yaml", Int32(0)), ("$C check sample.yaml", 1),
      ("$C check warned.yaml --strict", 1), ("$C check faulty.yaml", 2), ("$C check", 2),
      ("$C check /nowhere/plan.yaml", 2), ("$C check .", 2), ("$C --help", 0), ("$C", 3),
      ("$C diff sample.yaml sample.yaml", 0), ("$C diff sample.yaml later.yaml", 1),
      ("$C diff sample.yaml missing.yaml", 2), ("$C explain S101", 0), ("$C explain S999", 2),
      ("$C catalogue", 0), ("$C keys", 0),
      ("TERM=xterm $C doctor", 0),
    ])
  func exitCode(line: String, code: Int32) throws {
    #expect(try run(line).code == code)
  }

  @Test func `the workbench says in one line that it needs a terminal`() throws {
    let ended = try run("$C sample.yaml")
    #expect(ended.code == 3)
    #expect(ended.output.isEmpty)
    #expect(ended.standardError.split(separator: "\n").count == 1)
  }

  @Test func `standard input is a plan`() throws {
    let ended = try run("cat sample.yaml | $C check -")
    #expect(ended.code == 1)
    #expect(ended.output == World.outcome("check -").data)
    #expect(ended.standardError.isEmpty)
  }

  @Test func `a reader that has gone is no failure`() throws {
    let line = "{ $C catalogue; echo $? >&2; } | true"
    for _ in 0..<3 {
      let ended = try run("trap '' PIPE; \(line)")
      #expect(ended.standardError == "0\n")
    }
    #expect(try run("$C check sample.yaml --format sarif | head -1").standardError.isEmpty)
  }

  @Test func `a full device is a failure`() throws {
    let ended = try run("$C check sound.yaml > /dev/full")
    #expect(ended.code == 3)
    #expect(ended.standardError.hasPrefix("calloff: standard output cannot be written ("))
    #expect(try run("$C check faulty.yaml > /dev/full").code == 3)
  }

  @Test func `a closed standard output is a failure`() throws {
    #expect(try run("$C check sound.yaml >&-").code == 3)
  }

  @Test(arguments: [0, 2])
  func `a closed standard descriptor is open before any file is`(number: Int) throws {
    let ended = try run("$C check --format json /dev/fd/\(number) \(number)>&-")
    #expect(ended.code == 2)
    #expect(ended.output.contains("/dev/fd/\(number)"))
    #expect(!ended.output.contains("does not exist"))
  }

  @Test func `a file that may not grow is an error and no end by a signal`() throws {
    let ended = try run("trap '' PIPE; ulimit -f 0; $C catalogue > $(mktemp); echo $?")
    #expect(ended.output == "3\n")
  }

  @Test func `no colours where there is no terminal`() throws {
    #expect(try !run("TERM=xterm $C check sample.yaml").output.contains("\u{1B}"))
  }

  @Test func `colours on a terminal, unless they are not wanted`() throws {
    let call = "script -qec '$C check sample.yaml' /dev/null"
    #expect(try run("TERM=xterm \(call)").output.contains("\u{1B}[1;31merror[F101]"))
    #expect(try !run("TERM=xterm NO_COLOR=1 \(call)").output.contains("\u{1B}"))
    #expect(try run("TERM=xterm NO_COLOR= \(call)").output.contains("\u{1B}"))
    #expect(try !run("TERM=dumb \(call)").output.contains("\u{1B}"))
  }
}
