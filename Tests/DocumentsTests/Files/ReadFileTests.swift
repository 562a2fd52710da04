import Documents
import Glibc
import Testing

@Suite struct ReadFileTests {
  @Test func `a file is read with its version`() throws {
    let folder = try TemporaryFolder()
    try folder.put("calloff: 1\n", in: "plan.yaml")
    let contents = try readFile(folder["plan.yaml"])
    #expect(String(decoding: contents.bytes, as: UTF8.self) == "calloff: 1\n")
    let version = try #require(contents.version)
    #expect(version.size == 11)
    #expect(version == (try readFile(folder["plan.yaml"]).version))
    try folder.put("calloff: 2\n", in: "plan.yaml")
    let later = try #require(try readFile(folder["plan.yaml"]).version)
    #expect(!later.hasSameContent(as: version))
  }

  @Test func `anything but a file is refused without hanging`() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    try #require(symlink("loop", folder["loop"]) == 0)
    #expect(throws: FileError.notFound) { try readFile(folder["nothing"]) }
    #expect(throws: FileError.notFound) { try readFile("") }
    #expect(throws: FileError.notFound) { try readFile("/etc/passwd\u{0}") }
    #expect(throws: FileError.isDirectory) { try readFile(folder.path) }
    #expect(throws: FileError.notRegular) { try readFile(folder["pipe"]) }
    #expect(throws: FileError.notRegular) { try readFile("/dev/zero") }
    #expect(throws: FileError.isLink) { try readFile(folder["loop"]) }
  }

  @Test func `pipes and the null device are read if the user names them`() throws {
    let folder = try TemporaryFolder()
    try folder.put("calloff: 1\n", in: "plan.yaml")
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    #expect(throws: FileError.notRegular) { try readInput(folder["pipe"]) }
    #expect(throws: FileError.notRegular) { try readInput("/dev/zero") }
    #expect(throws: FileError.isDirectory) { try readInput(folder.path) }
    #expect(try readInput("/dev/null").bytes.isEmpty)
    #expect(try readInput(folder["plan.yaml"]) == readFile(folder["plan.yaml"]))
    var ends: [Int32] = [-1, -1]
    for text in ["lines: []", ""] {
      try #require(pipe(&ends) == 0)
      try #require(write(ends[1], text, text.utf8.count) == text.utf8.count)
      close(ends[1])
      #expect(try readInput("/dev/fd/\(ends[0])").bytes == Array(text.utf8))
      close(ends[0])
    }
  }

  @Test func `a broken link is reported as such`() throws {
    let folder = try TemporaryFolder()
    try #require(symlink("nowhere", folder["link"]) == 0)
    #expect(throws: FileError.brokenLink) { try readInput(folder["link"]) }
    #expect(throws: FileError.notFound) { try readInput(folder["nowhere"]) }
  }

  @Test func `the size limit is exact to the byte`() throws {
    let folder = try TemporaryFolder()
    try folder.put("12345", in: "plan.yaml")
    #expect(throws: FileError.tooLarge(limit: 4)) { try readFile(folder["plan.yaml"], limit: 4) }
    #expect(try readFile(folder["plan.yaml"], limit: 5).bytes.count == 5)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `a file without permission is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.put("x", in: "plan.yaml")
    chmod(folder["plan.yaml"], 0)
    #expect(throws: FileError.notPermitted) { try readFile(folder["plan.yaml"]) }
  }

  @Test func `messages say what to do`() {
    #expect(
      FileError.notFound.message(for: "plan.yaml")
        == "`plan.yaml` does not exist; check the name and the folder")
    #expect(
      FileError.tooLarge(limit: 64 << 20).message(for: "-")
        == "standard input is larger than 64 MiB; split it into several")
    #expect(
      FileError.readFailed(code: EIO).message(for: "a")
        == "`a` cannot be read (Input/output error); try again")
  }
}
