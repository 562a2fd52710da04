import Documents
import Glibc
import Testing

@Suite struct ReadFolderTests {
  @Test func `links to folders are no folders, links to files are files`() throws {
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
        "plan.yaml": .file, "below": .folder, "pipe": .other, "loop": .other,
        "link.yaml": .file, "nothing": .other, "self": .other,
      ])
    #expect(try readFolder(folder["loop"]).count == entries.count)
  }

  @Test func `what is no folder is not found`() throws {
    let folder = try TemporaryFolder()
    try folder.put("calloff: 1\n", in: "plan.yaml")
    try #require(mkfifo(folder["pipe"], 0o600) == 0)
    for path in [folder["plan.yaml"], folder["pipe"], folder["nothing"], "", "/etc\u{0}"] {
      #expect(throws: FileError.notFound) { try readFolder(path) }
    }
  }
}
