import Foundation
import TerminalTesting
import Testing

/// A store that is first created under limits that are too low, as on a full disk.
@Suite("Limits")
struct LimitsTests {
  /// Imports a plan under a limit, then twice without one. The result is the first run's output,
  /// and all exit statuses.
  private func importing(under limit: String) throws -> (limited: String, codes: [Int32]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = [
      "trap '' XFSZ; \(limit); exec $C import sound.yaml --store $D/plans",
      "exec $C import sound.yaml --store $D/plans", "exec $C store check --store $D/plans",
    ]
    var said = ""
    var codes: [Int32] = []
    for line in lines {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", line]
      process.currentDirectoryURL = World.folder.appending(path: "Plans")
      process.environment = [
        "C": builtProgram("calloff"), "D": folder.path, "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
      ]
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let data = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      if codes.isEmpty { said = String(decoding: data, as: UTF8.self) }
      codes.append(process.terminationReason == .exit ? process.terminationStatus : -1)
    }
    return (said, codes)
  }

  @Test(
    "a store that could not be created is created once there is space",
    arguments: [0, 1, 4, 8, 16, 32, 64, 100])
  func fileSize(kibibytes: Int) throws {
    let (said, codes) = try importing(under: "ulimit -f \(kibibytes)")
    #expect(codes == [3, 0, 0] || codes == [0, 0, 0], "\(said)")
    if codes.first == 3 { #expect(said.contains("the disk is full"), "\(said)") }
    if kibibytes <= 16 { #expect(codes.first == 3) }
  }

  @Test(
    "few descriptors give a message", arguments: [4, 5, 6, 7, 8, 10, 12, 16])
  func descriptors(number: Int) throws {
    let (said, codes) = try importing(under: "ulimit -n \(number)")
    #expect(codes.dropFirst() == [0, 0], "\(said)")
    #expect([0, 2, 3].contains(codes.first), "\(said)")
    if codes.first != 0 { #expect(said.hasPrefix("calloff: "), "\(said)") }
  }
}
