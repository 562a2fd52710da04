import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// Stores created by earlier versions of the program.
///
/// `Versions/v1.sql` is the output of `sqlite3 plans .dump` for a store of that version, with its
/// `user_version` and `application_id`. With each new migration, add the dump of a store with the
/// new schema.
struct VersionTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")

  @Test func `every version of the schema has a dump`() {
    for version in 1...Schema.version { #expect(!dump(version).isEmpty, "v\(version).sql") }
    #expect(dump(Schema.version + 1).isEmpty)
  }

  @Test(arguments: 1...Schema.version)
  func `everything saved by an earlier version is kept`(_ version: Int) throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    try Outsider(path).run(String(decoding: dump(version), as: UTF8.self))
    let store = try SQLiteStore(path: path, author: author)
    #expect(try store.check() == [])
    let entries = try store.plans()
    #expect(entries.map(\.header.title) == ["A plan"])
    #expect(entries.map(\.document) == ["/home/ada/plan.yaml"])
    let number = try #require(entries.first?.number)
    let stored = try store.load(number)
    #expect(stored.head == Step.samples.count + 1)
    let journal = try store.entries(of: number, after: 0)
    #expect(journal.dropFirst().map(\.step) == Step.samples(on: plan))
    #expect(journal.first?.step.edits == plan.creation)
    #expect(try store.versions(of: number).map(\.name) == ["board"])
    #expect(try store.trusts().map(\.code) == ["RXX"])
    let later = try SQLiteStore(
      path: path, author: Author(user: 1, name: "ada", host: "here", session: "later"))
    #expect(try later.takeDraft(of: number) { _ in true }?.text == "half")
  }

  @Test(arguments: [
    ("'L1'", "justified by", Draft.Subject.line("L1"), "justification"),
    ("'L1'", "capital 2004-05", .line("L1"), "capital 2004-05"),
    ("NULL", "renamed fund", .fund("renamed"), "id"),
    ("NULL", "first name", .fund("first"), "name"),
    ("NULL", "first 2004-05", .fund("first"), "available 2004-05"),
    ("NULL", "h group", .group("h"), "id"), ("NULL", "h facility of", .group("h"), "facility"),
    ("NULL", "h members", .group("h"), "members"), ("NULL", "i name", .group("i"), "name"),
    ("NULL", "plan title", .plan, "title"), ("NULL", "plan name", .plan, "trust name"),
  ])
  func `a draft of the second schema is found under the identity of its field`(
    line: String, title: String, subject: Draft.Subject, field: String
  ) throws {
    let taken = try migratedDraft(line, title)
    #expect(taken == Draft(subject, field: field, text: "half"))
  }

  @Test func `a draft whose fund is gone is dropped, one of a fund and a group is the fund's`()
    throws
  {
    #expect(try migratedDraft("NULL", "gone name") == nil)
    let both = "UPDATE buying_group SET id = 'first' WHERE id = 'h'"
    #expect(try migratedDraft("NULL", "first name", after: both)?.subject == .fund("first"))
  }

  /// The draft that a store of the second schema has for a field, once it is opened.
  private func migratedDraft(
    _ line: String, _ title: String, after statement: String = ""
  ) throws -> Draft? {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let outsider = try Outsider(path)
    try outsider.run(String(decoding: dump(2), as: UTF8.self))
    try outsider.run("UPDATE draft SET line = \(line), field = '\(title)'; \(statement)")
    let later = Author(user: 1, name: "ada", host: "here", session: "later")
    let store = try SQLiteStore(path: path, author: later)
    return try store.takeDraft(of: try #require(store.plans().first).number) { _ in true }
  }

  /// The sample plan with a title that a dump can hold.
  private var plan: Plan {
    var plan = Plan.sample
    plan.header.title = "A plan"
    return plan
  }

  private func dump(_ version: Int) -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return Scratch.bytes("/\(folder)/Versions/v\(version).sql")
  }
}
