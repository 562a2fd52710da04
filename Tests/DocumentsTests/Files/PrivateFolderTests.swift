import Documents
import Glibc
import Testing

@Suite struct PrivateFolderTests {
  @Test func `a folder is created private to its owner, with missing folders above`() throws {
    let above = try TemporaryFolder()
    defer { rmdir(above["a/b"]) }
    let old = umask(0)
    defer { umask(old) }
    let folder = try PrivateFolder(above["a/b"], creating: true)
    #expect(try above.mode(of: "a") == 0o700 && above.mode(of: "a/b") == 0o700)
    try folder.write(Array("text".utf8), to: "x")
    #expect(try above.mode(of: "a/b/x") == 0o600)
    #expect(folder.names == ["x"])
    #expect(try folder.read("x") == Array("text".utf8))
    try folder.write(Array("other".utf8), to: "x")
    #expect(try folder.read("x") == Array("other".utf8))
    folder.remove("x")
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: [0o701, 0o710, 0o720, 0o770, 0o2770, 0o777] as [mode_t])
  func `a folder that others have permissions for is refused`(
    _ mode: mode_t
  ) throws {
    let above = try TemporaryFolder()
    try #require(mkdir(above["open"], 0o700) == 0 && chmod(above["open"], mode) == 0)
    for creating in [true, false] {
      #expect(throws: FileError.notPrivate) {
        _ = try PrivateFolder(above["open"], creating: creating)
      }
    }
    #expect(try above.mode(of: "open") == mode)
    chmod(above["open"], 0o700)
    let folder = try PrivateFolder(above["open"], creating: false)
    try #require(mkdir(above["open/inner"], 0o700) == 0 && chmod(above["open/inner"], mode) == 0)
    defer { rmdir(above["open/inner"]) }
    #expect(throws: FileError.notPrivate) { _ = try folder.subfolder("inner", creating: true) }
  }

  @Test func `a file that others have permissions for is not read or replaced`() throws {
    let above = try TemporaryFolder()
    let folder = try PrivateFolder(above["folder"], creating: true)
    defer { unlink(above["folder/x"]) }
    try folder.write(Array("mine".utf8), to: "x")
    chmod(above["folder/x"], 0o666)
    #expect(throws: FileError.notPrivate) { try folder.read("x") }
    #expect(throws: FileError.notPrivate) { try folder.write([], to: "x") }
  }

  @Test func `a link instead of the folder is refused`() throws {
    let above = try TemporaryFolder()
    try #require(mkdir(above["real"], 0o700) == 0)
    try #require(symlink("real", above["link"]) == 0)
    for creating in [true, false] {
      #expect(throws: FileError.self) {
        _ = try PrivateFolder(above["link"], creating: creating)
      }
    }
    #expect(throws: FileError.notFound) { _ = try PrivateFolder("relative", creating: true) }
    #expect(throws: FileError.notFound) { _ = try PrivateFolder(above["none"], creating: false) }
  }

  @Test func `links and names with a folder are not read or written through`() throws {
    let above = try TemporaryFolder()
    try above.put("precious", in: "target")
    let folder = try PrivateFolder(above["folder"], creating: true)
    defer {
      for name in ["soft", "hard"] { unlink(above["folder/\(name)"]) }
      rmdir(above["folder"])
    }
    try #require(symlink("../target", above["folder/soft"]) == 0)
    try #require(link(above["target"], above["folder/hard"]) == 0)
    #expect(throws: FileError.self) { try folder.read("soft") }
    #expect(throws: FileError.notPrivate) { try folder.read("hard") }
    #expect(throws: FileError.isLink) { try folder.write([], to: "soft") }
    for name in ["../target", "/etc/passwd", "", ".", "..", "a\u{0}"] {
      #expect(throws: FileError.notFound) { try folder.read(name) }
      #expect(throws: FileError.notFound) { try folder.write([], to: name) }
      folder.remove(name)
    }
    #expect(throws: FileError.notPrivate) { try folder.write(Array("new".utf8), to: "hard") }
    #expect(try readFile(above["target"]).bytes == Array("precious".utf8))
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser can give a folder away"))
  func `another user's folder is refused`() throws {
    let above = try TemporaryFolder()
    try #require(mkdir(above["theirs"], 0o700) == 0 && chown(above["theirs"], 1, 1) == 0)
    #expect(throws: FileError.notPrivate) {
      _ = try PrivateFolder(above["theirs"], creating: true)
    }
  }
}
