import Documents
import Sessions
import Testing

@testable import Commands

@Suite("Folders of plans")
struct PlanFolderTests {
  /// A world with these folders and their entries.
  private func world(_ folders: [String: [FolderEntry]]) -> CommandEnvironment {
    var files = FileAccess { _ in .failure(.notFound) }
    files.entries = { name in
      if name.hasSuffix("locked") { return .failure(.notPermitted) }
      return folders[name].map { .success($0) } ?? .failure(.notFound)
    }
    return CommandEnvironment(files: files)
  }

  private func names(_ folder: PlanFolder?) throws -> [String] {
    try #require(folder).documents.map { document in
      switch document {
      case .success(let name): name
      case .failure(let faulty): "refused: \(faulty.name)"
      }
    }
  }

  @Test func `plans are found at any depth, in order of path`() throws {
    let world = world([
      "plans": [
        .init(name: "b.yaml", kind: .file), .init(name: "a", kind: .folder),
        .init(name: "a.YML", kind: .file), .init(name: "notes.txt", kind: .file),
        .init(name: ".hidden.yaml", kind: .file), .init(name: ".git", kind: .folder),
        .init(name: "pipe", kind: .special), .init(name: "c.json", kind: .file),
        .init(name: "gone.txt", kind: .brokenLink),
        .init(name: #"\xE9.txt"#, kind: .file, hasUTF8Name: false),
      ],
      "plans/a": [.init(name: "deep", kind: .folder), .init(name: "z.yaml", kind: .file)],
      "plans/a/deep": [.init(name: "x.yaml", kind: .file)],
      "plans/.git": [.init(name: "config.yaml", kind: .file)],
    ])
    let found = ["a.YML", "a/deep/x.yaml", "a/z.yaml", "b.yaml", "c.json"]
    #expect(try names(PlanFolder("plans", in: world.files)) == found.map { "plans/\($0)" })
    #expect(PlanFolder("plans/b.yaml", in: world.files) == nil)
  }

  @Test func `files that are not read are reported with the reason`() throws {
    let world = world([
      "plans": [
        .init(name: #"caf\xE9.yaml"#, kind: .file, hasUTF8Name: false),
        .init(name: #"caf\xE9"#, kind: .folder, hasUTF8Name: false),
        .init(name: "pipe.yaml", kind: .special), .init(name: "gone.yaml", kind: .brokenLink),
        .init(name: "gone", kind: .brokenLink), .init(name: "elsewhere", kind: .linkToFolder),
        .init(name: "hidden.json", kind: .unknown(.notPermitted)),
        .init(name: ".gone.yaml", kind: .brokenLink), .init(name: "\u{301}a.yaml", kind: .file),
      ]
    ])
    #expect(
      try names(PlanFolder("plans", in: world.files)) == [
        #"refused: plans/caf\xE9"#, #"refused: plans/caf\xE9.yaml"#, "refused: plans/elsewhere",
        "refused: plans/gone", "refused: plans/gone.yaml", "refused: plans/hidden.json",
        "refused: plans/pipe.yaml", "plans/\u{301}a.yaml",
      ])
    let outcome = World.outcome("check plans", in: world)
    #expect(outcome.exitStatus == .unreadable)
    #expect(
      outcome.standardError.contains(
        #"plans/caf\xE9.yaml:1:1: the name `plans/caf\xE9.yaml` is not UTF-8"#))
    #expect(outcome.standardError.split(separator: "\n").count == 8)
  }

  @Test func `an argument that is not UTF-8 is reported, and nothing is run`() {
    let outcome = Calloff.outcome(
      of: [SystemName("check".utf8), SystemName([0x61, 0xFF])], in: World.surroundings)
    #expect(outcome.exitStatus == .unreadable && outcome.data.isEmpty)
    #expect(
      outcome.standardError
        == #"a\xFF:1:1: the name `a\xFF` is not UTF-8 text, so it is not read; rename it"# + "\n")
  }

  @Test func `a folder with too many documents is refused with the reason`()
    throws
  {
    let entries = (1...5).map { FolderEntry(name: "\($0).yaml", kind: .file) }
    let world = world(["plans": entries])
    #expect(try names(PlanFolder("plans", in: world.files, most: 5)).count == 5)
    let folder = try #require(PlanFolder("plans", in: world.files, most: 4))
    guard folder.documents.count == 1, case .failure(let faulty) = folder.documents[0] else {
      Issue.record("the folder was read")
      return
    }
    #expect(
      faulty.faults.faults.map(\.message) == [
        "`plans` has more than 4 plan documents; name a subfolder instead"
      ])
  }

  @Test func `a slash at the end is not doubled`() throws {
    let world = world(["plans/": [.init(name: "b.yaml", kind: .file)]])
    #expect(try names(PlanFolder("plans/", in: world.files)) == ["plans/b.yaml"])
  }

  @Test func `a folder that cannot be read is reported, and others are read`() throws {
    let world = world([
      "plans": [.init(name: "locked", kind: .folder), .init(name: "b.yaml", kind: .file)]
    ])
    #expect(
      try names(PlanFolder("plans", in: world.files)) == ["plans/b.yaml", "refused: plans/locked"])
    #expect(try names(PlanFolder("locked", in: world.files)) == ["refused: locked"])
  }

  @Test func `an empty folder is reported`() {
    let outcome = World.outcome("check plans", in: world(["plans": []]))
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.hasPrefix("plans:1:1: `plans` has no plan documents; "))
    #expect(outcome.data == "1 file with errors\n")
  }

  @Test func `standard input is never a folder`() {
    let world = world(["-": [.init(name: "b.yaml", kind: .file)]])
    #expect(World.outcome("check -", in: world).standardError.hasPrefix("-:1:1: standard input"))
  }
}
