import Foundation
import TerminalTesting
import Testing

/// A store that another user of the computer can only read.
@Suite("Readers", .enabled(if: getuid() == 0, "only the superuser can run as other users"))
struct ReaderProcessTests {
  /// Runs lines of shell in the owner's folder. `as_owner` and `as_reader` run the program. Both
  /// users are in one group, which can read the store.
  private func run(folderMode: String, _ lines: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let setting = """
      chmod 755 .; umask 022
      mkdir owner reader srv; chown 5 owner; chown 8 reader; chown 5:100 srv; chmod 2775 srv
      as() { setpriv --reuid=$1 --regid=$1 --groups=100 env HOME="$PWD/$2" "${@:3}"; }
      as_owner() { as 5 owner "$C" "$@"; }
      as_reader() { as 8 reader "$C" "$@"; }
      as_owner import - --store srv/s < "$P" > /dev/null
      chgrp 100 srv/s; chmod 640 srv/s; chmod \(folderMode) srv
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "exec 2>&1\n\(setting)\n\(lines)"]
    process.currentDirectoryURL = folder
    process.environment = [
      "C": builtProgram("calloff"), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "P": World.folder.appending(path: "Plans/sound.yaml").path,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "a reader can read and leaves no files, and the owner can still write",
    arguments: ["2775", "0755"])
  func reads(folderMode: String) throws {
    let said = try run(
      folderMode: folderMode,
      """
      before=$(ls -lan srv)
      as_reader export 1 --store srv/s | head -1
      as_reader store check --store srv/s | head -1
      as_reader store backup reader/copy --store srv/s
      as_reader store check --store reader/copy | head -1
      [ "$before" = "$(ls -lan srv)" ] && echo nothing left
      as_owner import - --store srv/s < "$P" | cut -d: -f1
      as_owner store check --store srv/s | head -1
      """)
    #expect(
      said == """
        calloff: 1
        srv/s: 1 plan, no faults
        copied `srv/s` to `reader/copy`
        reader/copy: 1 plan, no faults
        nothing left
        plan 2
        srv/s: 2 plans, no faults

        """)
  }

  @Test func `a user who cannot read a store leaves no files`() throws {
    let said = try run(
      folderMode: "2777",
      """
      chmod 600 srv/s; before=$(ls -lan srv)
      as_reader export 1 --store srv/s > /dev/null; echo $?
      as_reader import - --store srv/s < "$P" > /dev/null; echo $?
      [ "$before" = "$(ls -lan srv)" ] && echo nothing left
      """)
    #expect(said.hasSuffix("nothing left\n") && said.contains("cannot be opened"), "\(said)")
  }
}
