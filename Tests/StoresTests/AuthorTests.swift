import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// The names under which a store shows authors.
struct AuthorTests {
  private static let accounts: AccountNames = { [0: "root", 1001: "ada", 1002: "bo"][$0] }

  private func author(_ user: Int, _ name: String, session: String = "s") -> Author {
    Author(user: user, name: name, host: "here", session: session)
  }

  @Test(arguments: [
    (1001, "ada", "ada", nil), (1002, "ada", "bo?", "ada"), (1002, "root", "bo?", "root"),
    (55_555, "user 55555", "user 55555", nil), (55_555, "root", "user 55555?", "root"),
  ])
  func `the computer's name for the user id is shown, with a mark if the store has another name`(
    _ user: Int, _ name: String, _ shown: String, _ claim: String?
  ) {
    let author = author(user, name).named(by: Self.accounts)
    #expect(author.name == shown && author.claim == claim && author.user == user)
  }

  @Test func `an author's description includes the name in the store`() {
    #expect(author(1001, "ada").named(by: Self.accounts).nameAndHost == "ada on here")
    let bo = author(1002, "root").named(by: Self.accounts)
    #expect(bo.nameAndHost == "bo? on here (the store says root)")
  }

  @Test func `history, versions and the list of plans show the same names`() throws {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let forger = try SQLiteStore(path: path, author: author(1002, "root"))
    let number = try forger.create(.sample, .sample, for: nil).number
    try forger.name("board", of: number, after: 1)
    let store = try SQLiteStore(path: path, author: author(1001, "ada"))
    store.accountNames = Self.accounts
    #expect(try store.entries(of: number, after: 0).map(\.author.name) == ["bo?"])
    #expect(try store.versions(of: number).map(\.author.name) == ["bo?"])
    #expect(try store.plans().map(\.author.name) == ["bo?"])
    func count(_ person: String) throws -> Int {
      let filter = HistoryFilter(person: person)
      return try store.history(of: number, before: nil, limit: 9, filter).count
    }
    #expect(try count("bo") == 1)
    #expect(try count("root") == 0)
  }

  @Test func `a draft of another user id, or of another name for the same id, is not offered`()
    throws
  {
    let scratch = try Scratch()
    defer { scratch.end() }
    let path = scratch.path("plans")
    let draft = Draft(.line("L1"), field: "notes", text: "planted")
    let number = try SQLiteStore(path: path, author: author(1001, "ada"))
      .create(.sample, .sample, for: nil).number
    for (place, forger) in [author(1002, "ada"), author(1001, "bo")].enumerated() {
      var forger = forger
      forger.session = "f\(place)"
      try SQLiteStore(path: path, author: forger).keep(draft, of: number)
    }
    let store = try SQLiteStore(path: path, author: author(1001, "ada", session: "later"))
    store.accountNames = Self.accounts
    #expect(try store.takeDraft(of: number) { _ in true } == nil)
    try SQLiteStore(path: path, author: author(1001, "ada")).keep(draft, of: number)
    #expect(try store.takeDraft(of: number) { _ in true } == draft)
  }
}
