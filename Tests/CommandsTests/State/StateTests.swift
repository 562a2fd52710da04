import Documents
import Foundation
import Testing

@testable import Sessions

/// What is kept for one user between sessions.
@Suite struct StateTests {
  private let home: URL
  private let state: StateFolder

  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "calloff-state-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    state = StateFolder(user: 1) { [home] in $0 == "HOME" ? home.path : nil }
  }

  private func changes(
    _ subject: UnsavedChanges.Subject, _ plan: String, base: String? = nil, step: Int? = nil
  ) -> UnsavedChanges {
    UnsavedChanges(
      subject: subject, step: step.map { UnsavedChanges.Step(number: $0, origin: "o") },
      plan: Array(plan.utf8), base: base.map { Array($0.utf8) })
  }

  private func plan(_ folder: UnsavedFolder, _ subject: UnsavedChanges.Subject) -> String? {
    folder.latest(of: subject).map { String(decoding: $0.1.plan, as: UTF8.self) }
  }

  @Test func `the state folder is where the environment says, and never the working folder`() {
    func candidates(_ environment: [String: String]) -> [String] {
      StateFolder(user: 7) { environment[$0] }.candidates
    }
    #expect(
      candidates(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == ["/s/calloff", "/var/tmp/calloff-7"])
    #expect(
      candidates(["XDG_STATE_HOME": "s", "HOME": "/h"])
        == ["/h/.local/state/calloff", "/var/tmp/calloff-7"])
    #expect(candidates(["HOME": "h"]) == ["/var/tmp/calloff-7"])
  }

  @Test func `the chosen columns are kept for each width, and replaced`() throws {
    let kept = KeptColumns(state: state)
    #expect(kept.read().isEmpty)
    try kept.keep(["wide": ["line", "cost"], "narrow": ["service"]])
    #expect(KeptColumns(state: state).read() == ["wide": ["line", "cost"], "narrow": ["service"]])
    try kept.keep(["medium": ["cost"]])
    #expect(kept.read() == ["medium": ["cost"]])
  }

  @Test func `changes are found only by both document and store`() throws {
    let folder = UnsavedFolder(state: state)
    let subject = UnsavedChanges.Subject(document: "/a/plan.yaml", store: "/s")
    _ = try folder.keep(changes(subject, "work\n", base: "base", step: 4))
    let found = try #require(folder.latest(of: subject))
    #expect(found.1.step?.number == 4 && found.1.base == Array("base".utf8))
    #expect(String(decoding: found.1.plan, as: UTF8.self).hasSuffix("work\n"))
    for other in [
      UnsavedChanges.Subject(document: "/b/plan.yaml", store: "/s"),
      UnsavedChanges.Subject(document: "/a/plan.yaml", store: "/t"),
      UnsavedChanges.Subject(document: "/a/plan.yaml"),
      UnsavedChanges.Subject(store: "/s", plan: 1),
      UnsavedChanges.Subject(),
    ] {
      #expect(folder.latest(of: other) == nil)
    }
    #expect(folder.all.map(\.subject.name) == ["/a/plan.yaml"])
  }

  @Test func `changes to a step that does not match are skipped`() throws {
    let folder = UnsavedFolder(state: state)
    let subject = UnsavedChanges.Subject(store: "/s", plan: 1)
    _ = try folder.keep(changes(subject, "work\n", step: 4))
    #expect(folder.latest(of: subject) { $0?.origin == "other" } == nil)
    #expect(folder.latest(of: subject) { $0?.origin == "o" } != nil)
  }

  @Test func `earlier unsaved changes are kept beside later ones, and offered after them`() throws {
    let folder = UnsavedFolder(state: state)
    let subject = UnsavedChanges.Subject(store: "/s", plan: 3)
    for number in 1...12 { _ = try folder.keep(changes(subject, "\(number)\n")) }
    for number in (1...12).reversed() {
      let (entry, _) = try #require(folder.latest(of: subject))
      #expect(plan(folder, subject)?.hasSuffix("\n\(number)\n") == true)
      folder.remove(entry)
    }
    #expect(folder.latest(of: subject) == nil && folder.all.isEmpty)
  }

  @Test func `what a running process tries out is left to it, and found once it has ended`() throws
  {
    let folder = UnsavedFolder(state: state)
    let subject = UnsavedChanges.Subject(store: "/s", plan: 3)
    var tried = changes(subject.triedOut, "1\n")
    let parent = try #require(ProcessMark(of: getppid()))
    #expect(!parent.isOver && !ProcessMark.own.isOver && parent != .own)
    for (owner, isFound) in [(parent, false), (.own, true), (ProcessMark("x-1-0"), true)] {
      tried.owner = owner
      let entry = try folder.keep(tried)
      #expect((folder.latest(of: subject.triedOut) != nil) == isFound)
      #expect(folder.latest(of: subject) == nil && folder.all.count == (isFound ? 1 : 0))
      folder.remove(entry)
    }
  }

  @Test func `restored changes are replaced when they are saved again`() throws {
    let folder = UnsavedFolder(state: state)
    let subject = UnsavedChanges.Subject(document: "/a/plan.yaml")
    let entry = try folder.keep(changes(subject, "1\n", base: "b"))
    #expect(try folder.keep(changes(subject, "2\n"), replacing: entry) == entry)
    #expect(plan(folder, subject)?.hasSuffix("2\n") == true)
    #expect(try #require(folder.latest(of: subject)).1.base == nil)
    #expect(folder.all.count == 1)
  }

  @Test func `names with any characters are read back, and only the owner can read the files`()
    throws
  {
    let folder = UnsavedFolder(state: state)
    let odd = UnsavedChanges.Subject(
      document: "/a b/#plan: %41\n# store: /x\u{1B}é.yaml", store: "/s")
    _ = try folder.keep(changes(odd, "work\n"))
    #expect(folder.latest(of: odd) != nil)
    #expect(folder.latest(of: UnsavedChanges.Subject(store: "/x")) == nil)
    let path = home.appending(path: ".local/state/calloff/unsaved").path
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      let mode = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      #expect(mode[.posixPermissions] as? Int == 0o600)
    }
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func `a document is confirmed for one plan of one store`() {
    let confirmed = ConfirmedDocuments(state: state, store: "/s")
    #expect(!confirmed.contains(plan: 1, path: "/a"))
    confirmed.insert(plan: 1, path: "/a")
    #expect(confirmed.contains(plan: 1, path: "/a"))
    #expect(!confirmed.contains(plan: 2, path: "/a") && !confirmed.contains(plan: 1, path: "/b"))
    #expect(!ConfirmedDocuments(state: state, store: "/t").contains(plan: 1, path: "/a"))
  }
}
