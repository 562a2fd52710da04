import Documents
import Glibc
import Testing

@Suite struct WriteFileTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try readFile(path).bytes, as: UTF8.self)
  }

  @Test func `a new file is private to its owner`() throws {
    let folder = try TemporaryFolder()
    let version = try writeFile(folder["plan.yaml"], Array("a".utf8), expecting: nil)
    #expect(try text(folder["plan.yaml"]) == "a")
    #expect(try folder.mode(of: "plan.yaml") == 0o600)
    #expect(folder.names == ["plan.yaml"])
    #expect(try readFile(folder["plan.yaml"]).version == version)
  }

  @Test func `a file can be replaced repeatedly and keeps its permissions`() throws {
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

  @Test func `a file that has changed is not overwritten`() throws {
    let folder = try TemporaryFolder()
    let path = folder["plan.yaml"]
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(path).version
    try folder.put("b", in: "plan.yaml")
    #expect(throws: FileError.changedOnDisk) {
      try writeFile(path, Array("c".utf8), expecting: version)
    }
    #expect(throws: FileError.exists) { try writeFile(path, Array("c".utf8), expecting: nil) }
    #expect(try text(path) == "b")
    #expect(folder.names == ["plan.yaml"])
  }

  @Test func `a removed file is not created again`() throws {
    let folder = try TemporaryFolder()
    let path = folder["plan.yaml"]
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(path).version
    unlink(path)
    #expect(throws: FileError.changedOnDisk) { try writeFile(path, [], expecting: version) }
    #expect(folder.names.isEmpty)
  }

  @Test func `protected content is not replaced, except in the file that was read`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder["plan.yaml"]
    try folder.put("a", in: "plan.yaml")
    let version = try #require(try readFile(path).version)
    let known = FileVersion(size: version.size, hash: version.hash)
    #expect(throws: FileError.notReplaceable) {
      try writeFile(path, Array("b".utf8), expecting: known) { current throws(FileError) in
        if !current.isKnown, current.bytes == Array("a".utf8) { throw .notReplaceable }
      }
    }
    #expect(try text(path) == "a" && folder.names == ["plan.yaml"])
    try writeFile(path, Array("b".utf8), expecting: version) { current throws(FileError) in
      if !current.isKnown { throw .notReplaceable }
    }
    #expect(try text(path) == "b")
  }

  @Test(arguments: [0o444, 0o555, 0o644] as [mode_t])
  func `a file without write permission is reported before it is replaced`(mode: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = folder["plan.yaml"]
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(path).version
    chmod(path, mode)
    var found: Bool?
    try writeFile(path, Array("b".utf8), expecting: version) { found = $0.isProtected }
    // The superuser may write to all files.
    #expect(found == (mode & 0o200 == 0 && geteuid() != 0))
    #expect(try folder.mode(of: "plan.yaml") == mode)
  }

  @Test func `a file that was only touched can be replaced`() throws {
    let folder = try TemporaryFolder()
    try folder.put("a", in: "plan.yaml")
    let version = try readFile(folder["plan.yaml"]).version
    try folder.put("a", in: "plan.yaml")
    utimes(folder["plan.yaml"], [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)])
    try writeFile(folder["plan.yaml"], Array("b".utf8), expecting: version)
    #expect(try text(folder["plan.yaml"]) == "b")
  }

  @Test func `a symbolic link is not followed or replaced`() throws {
    let folder = try TemporaryFolder()
    try #require(mkdir(folder["sub"], 0o700) == 0)
    defer { unlink(folder["sub/plan.yaml"]) }
    try folder.put("a", in: "sub/plan.yaml")
    try #require(symlink("sub/plan.yaml", folder["file"]) == 0)
    try #require(symlink("sub", folder["folder"]) == 0)
    try #require(symlink("nothing", folder["dangling"]) == 0)
    let version = try readFile(folder["file"]).version
    #expect(throws: FileError.isLink) {
      try writeFile(folder["file"], Array("b".utf8), expecting: version)
    }
    #expect(throws: FileError.isLink) { try writeFile(folder["dangling"], [], expecting: nil) }
    #expect(throws: FileError.self) {
      try writeFile(folder["folder/plan.yaml"], Array("b".utf8), expecting: version)
    }
    #expect(try text(folder["sub/plan.yaml"]) == "a")
    #expect(folder.names == ["dangling", "file", "folder", "sub"])
    let path = try #require(canonicalPath(folder["file"]))
    try writeFile(path, Array("b".utf8), expecting: version)
    #expect(try text(folder["sub/plan.yaml"]) == "b")
  }

  @Test func `the path of a new file follows links of its folder but not its own name`() throws {
    let folder = try TemporaryFolder()
    let real = try #require(canonicalPath(folder.path))
    try #require(mkdir(folder["sub"], 0o700) == 0)
    try #require(symlink("sub", folder["link"]) == 0)
    #expect(pathOfNewFile(folder["link/plan.yaml"]) == "\(real)/sub/plan.yaml")
    #expect(pathOfNewFile(folder["link"]) == "\(real)/link")
    for name in ["", "/", folder["no/plan.yaml"], folder["sub/"], folder["sub/.."]] {
      #expect(pathOfNewFile(name) == nil, "\(name)")
    }
  }

  @Test func `a refused write leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    try #require(symlink("loop", folder["loop"]) == 0)
    #expect(throws: FileError.notFound) { try writeFile(folder["no/x"], [], expecting: nil) }
    #expect(throws: FileError.isDirectory) { try writeFile(folder.path, [], expecting: nil) }
    #expect(throws: FileError.isDirectory) { try writeFile(folder.path + "/", [], expecting: nil) }
    #expect(throws: FileError.notRegular) {
      try writeFile(folder["pipe"], [], expecting: nil)
    }
    #expect(throws: FileError.isLink) {
      try writeFile(folder["loop"], [], expecting: nil)
    }
    #expect(folder.names == ["loop", "pipe"])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a folder without write permission is refused`() throws {
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
