import Documents
import Testing

@testable import Commands

@Suite("Folders of plans")
struct PlanFolderTests {
  /// A world of folders: what stands in each, by its name.
  private func world(_ folders: [String: [FolderEntry]]) -> Surroundings {
    Surroundings(
      read: { name in .failure(.unreadable(name: name, .notFound)) },
      entries: { name in
        if name.hasSuffix("locked") { return .failure(.notPermitted) }
        return folders[name].map { .success($0) } ?? .failure(.notFound)
      })
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
        .init(name: "pipe.yaml", kind: .other), .init(name: "c.json", kind: .file),
      ],
      "plans/a": [.init(name: "deep", kind: .folder), .init(name: "z.yaml", kind: .file)],
      "plans/a/deep": [.init(name: "x.yaml", kind: .file)],
      "plans/.git": [.init(name: "config.yaml", kind: .file)],
    ])
    let found = ["a.YML", "a/deep/x.yaml", "a/z.yaml", "b.yaml", "c.json"]
    #expect(try names(PlanFolder("plans", in: world)) == found.map { "plans/\($0)" })
    #expect(PlanFolder("plans/b.yaml", in: world) == nil)
  }

  @Test func `a folder of more documents than are judged together is refused with the reason`()
    throws
  {
    let entries = (1...5).map { FolderEntry(name: "\($0).yaml", kind: .file) }
    let world = world(["plans": entries])
    #expect(try names(PlanFolder("plans", in: world, most: 5)).count == 5)
    let folder = try #require(PlanFolder("plans", in: world, most: 4))
    guard folder.documents.count == 1, case .failure(let faulty) = folder.documents[0] else {
      Issue.record("the folder was looked through")
      return
    }
    #expect(
      faulty.faults.faults.map(\.message) == [
        "`plans` has more than 4 plan documents; name a part of it"
      ])
  }

  @Test func `a slash at the end is not doubled`() throws {
    let world = world(["plans/": [.init(name: "b.yaml", kind: .file)]])
    #expect(try names(PlanFolder("plans/", in: world)) == ["plans/b.yaml"])
  }

  @Test func `a folder that cannot be looked through is told, others are`() throws {
    let world = world([
      "plans": [.init(name: "locked", kind: .folder), .init(name: "b.yaml", kind: .file)]
    ])
    #expect(
      try names(PlanFolder("plans", in: world)) == ["plans/b.yaml", "refused: plans/locked"])
    #expect(try names(PlanFolder("locked", in: world)) == ["refused: locked"])
  }

  @Test func `an empty folder is said`() {
    let outcome = World.outcome("check plans", in: world(["plans": []]))
    #expect(outcome.ending == .unreadable)
    #expect(outcome.talk.hasPrefix("plans:1:1: `plans` has no plan documents; "))
    #expect(outcome.data == "1 file with faults\n")
  }

  @Test func `standard input is never a folder`() {
    let world = world(["-": [.init(name: "b.yaml", kind: .file)]])
    #expect(World.outcome("check -", in: world).talk.hasPrefix("-:1:1: standard input"))
  }
}
