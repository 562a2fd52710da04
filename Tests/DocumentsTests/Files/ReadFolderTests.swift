import Documents
import Glibc
import Testing

@Suite struct ReadFolderTests {
  @Test func `links to folders are not folders, links to files are files`() throws {
    let folder = try TemporaryFolder()
    try folder.put("calloff: 1\n", in: "plan.yaml")
    try #require(mkdir(folder["below"], 0o700) == 0)
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    for (name, target) in [
      ("loop", "."), ("link.yaml", "plan.yaml"), ("nothing", "nowhere"), ("self", "self"),
    ] {
      try #require(symlink(target, folder[name]) == 0)
    }
    let entries = try readFolder(folder.path)
    let kinds = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.kind) })
    #expect(
      kinds == [
        "plan.yaml": .file, "below": .folder, "pipe": .special, "loop": .linkToFolder,
        "link.yaml": .file, "nothing": .brokenLink, "self": .brokenLink,
      ])
    #expect(try readFolder(folder["loop"]).count == entries.count)
  }

  @Test func `a name that is not UTF-8 is shown with its bytes`() throws {
    let folder = try TemporaryFolder()
    let name = Array("\(folder.path)/caf".utf8) + [0xE9] + Array(".yaml".utf8) + [0]
    let file = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
      path.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
    }
    try #require(file >= 0)
    close(file)
    let entries = try readFolder(folder.path)
    #expect(
      entries == [FolderEntry(name: #"caf\xE9.yaml"#, kind: .file, hasUTF8Name: false)])
    name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
      _ = path.baseAddress.map { unlink($0) }
    }
  }

  @Test(
    arguments: [
      ([0x61], "a", true), ([0xC3, 0xA9], "é", true), ([0xE9], #"\xE9"#, false),
      ([0xC3, 0xA9, 0xFF, 0x61], #"é\xFFa"#, false), ([0xF0, 0x9F, 0x98], #"\xF0\x9F\x98"#, false),
      ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#, false), ([], "", true),
    ] as [([UInt8], String, Bool)])
  func `bytes become a name`(bytes: [UInt8], text: String, isUTF8: Bool) {
    let name = SystemName(bytes)
    #expect(name.text == text && name.isUTF8 == isUTF8)
  }

  @Test func `a path that is not a folder is not found`() throws {
    let folder = try TemporaryFolder()
    try folder.put("calloff: 1\n", in: "plan.yaml")
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    for path in [folder["plan.yaml"], folder["pipe"], folder["nothing"], "", "/etc\u{0}"] {
      #expect(throws: FileError.notFound) { try readFolder(path) }
    }
  }
}
