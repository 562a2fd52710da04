import Foundation
import TerminalTesting

/// A finished run of a program that is built beside the tests.
struct ProgramRun {
  /// Its standard output.
  let output: String
  /// Its exit status.
  let status: Int32

  /// Runs a program with arguments and no input.
  init(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: builtProgram(name))
    process.arguments = arguments
    process.currentDirectoryURL = Pages.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
