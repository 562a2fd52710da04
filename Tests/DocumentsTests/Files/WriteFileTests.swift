import Documents
import Glibc
import Testing

@Suite struct WriteFileTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try readFile(path).bytes, as: UTF8.self)
  }

  @Test func `a new file is its owner's alone`() throws {
    let folder = try TemporaryFolder()
    let version = try writeFile(folder["plan.yaml"], Array("a".utf8), expecting: nil)
    #expect(try text(folder["plan.yaml"]) == "a")
    #expect(try folder.mode(of: "plan.yaml") == 0o600)
    #expect(folder.names == ["plan.yaml"])
    #expect(try readFile(folder["plan.yaml"]).version == version)
  }

  @Test func `a file is replaced with its permissions kept, time after time`() throws {
    let folder = try TemporaryFolder()
    try folder.put("a", in: "plan.yaml")
    chmod(folder["plan.yaml"], 0o640)
    var version = try readFile(folder["plan.yaml"]).version
    for word in ["b", "bb", ""] {
      version = try writeFile(folder["plan.yaml"], Array(word.utf8), expecting: version)
      #expect(try text(folder["plan.yaml"]) == word)
    }
    #expect(try folder.mode(of: "plan.yaml") == 0o640)
    #expect(folder.names == ["plan.yaml"])
  }

  @Test func `a file that has changed is not written over, unless by force`() throws {
    let folder = try TemporaryFolder()
    let path = folder["plan.yaml"]
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(path).version
    try folder.put("b", in: "plan.yaml")
    #expect(throws: FileError.changedOnDisk) {
      try writeFile(path, Array("c".utf8), expecting: version)
    }
    #expect(throws: FileError.changedOnDisk) {
      try writeFile(path, Array("c".utf8), expecting: nil)
    }
    #expect(try text(path) == "b")
    #expect(folder.names == ["plan.yaml"])
    try writeFile(path, Array("c".utf8), expecting: nil, force: true)
    #expect(try text(path) == "c")
  }

  @Test func `a file that is gone is not made again, unless by force`() throws {
    let folder = try TemporaryFolder()
    let path = folder["plan.yaml"]
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(path).version
    unlink(path)
    #expect(throws: FileError.changedOnDisk) { try writeFile(path, [], expecting: version) }
    #expect(folder.names.isEmpty)
    try writeFile(path, [], expecting: version, force: true)
    #expect(folder.names == ["plan.yaml"])
  }

  @Test func `a file that was only touched may be written`() throws {
    let folder = try TemporaryFolder()
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(folder["plan.yaml"]).version
    try folder.put("a", in: "plan.yaml")
    utimes(folder["plan.yaml"], [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)])
    try writeFile(folder["plan.yaml"], Array("b".utf8), expecting: version)
    #expect(try text(folder["plan.yaml"]) == "b")
  }

  @Test func `a symbolic link stays and what it points to is replaced`() throws {
    let folder = try TemporaryFolder()
    try #require(mkdir(folder["sub"], 0o700) == 0)
    defer { unlink(folder["sub/plan.yaml"]) }
    try folder.put("a", in: "sub/plan.yaml")
    try #require(symlink("sub/plan.yaml", folder["one"]) == 0)
    try #require(symlink(folder["one"], folder["two"]) == 0)
    let version = try readFile(folder["two"]).version
    try writeFile(folder["two"], Array("b".utf8), expecting: version)
    #expect(try text(folder["sub/plan.yaml"]) == "b")
    var status = stat()
    for link in ["one", "two"] {
      #expect(lstat(folder[link], &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }
  }

  @Test func `a link to nothing makes the file that it names`() throws {
    let folder = try TemporaryFolder()
    try #require(symlink("plan.yaml", folder["link"]) == 0)
    try writeFile(folder["link"], Array("a".utf8), expecting: nil)
    #expect(try text(folder["plan.yaml"]) == "a")
  }

  @Test func `what cannot be written is refused and leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    try #require(symlink("loop", folder["loop"]) == 0)
    #expect(throws: FileError.notFound) { try writeFile(folder["no/x"], [], expecting: nil) }
    #expect(throws: FileError.isDirectory) { try writeFile(folder.path, [], expecting: nil) }
    #expect(throws: FileError.isDirectory) { try writeFile(folder.path + "/", [], expecting: nil) }
    #expect(throws: FileError.notRegular) {
      try writeFile(folder["pipe"], [], expecting: nil, force: true)
    }
    #expect(throws: FileError.writeFailed(code: ELOOP)) {
      try writeFile(folder["loop"], [], expecting: nil)
    }
    #expect(folder.names == ["loop", "pipe"])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a folder that may not be written is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(folder["plan.yaml"]).version
    chmod(folder.path, 0o500)
    #expect(throws: FileError.notPermitted) {
      try writeFile(folder["plan.yaml"], [], expecting: version)
    }
    #expect(try text(folder["plan.yaml"]) == "a")
  }
}
