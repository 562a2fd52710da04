import Glibc
import Procurement
import RelationalStores
import Stores
import Testing

@testable import SQLiteStores

/// The private folder of a new store, replaced by another user's folder.
struct ExchangedFolderTests {
  private let author = Author(user: 1, name: "ada", host: "here", session: "a")
  private let scratch: Scratch
  private var path: String { scratch.path("plans") }

  init() throws { scratch = try Scratch() }

  /// Replaces the folder of a new store by another one, with an empty file that all users can read.
  private func exchange() throws -> String {
    let name = try #require(Scratch.names(in: scratch.path).first { $0.hasPrefix(".calloff-") })
    let folder = scratch.path(name)
    #expect(rename(folder, scratch.path("away")) == 0)
    mkdir(folder, 0o777)
    Scratch.write([], to: "\(folder)/store")
    chmod("\(folder)/store", 0o666)
    return folder
  }

  @Test func `a folder that replaced a new store's folder gets none of its data`() throws {
    defer { scratch.end() }
    var planted = ""
    let isNew = try StoreDraft(permissions: 0o600).publish(as: path) { draft throws(StoreError) in
      do { planted = try exchange() } catch { throw .failed("\(error)") }
      try SQLiteStore.build(at: draft, onNetwork: false)
    }
    #expect(isNew)
    #expect(Scratch.names(in: planted) == ["store"])
    #expect(Scratch.bytes("\(planted)/store").isEmpty)
    #expect(Scratch.mode(path) == 0o600)
    #expect(Scratch.names(in: scratch.path("away")).isEmpty)
    #expect(try SQLiteStore(path: path, author: author).plans().isEmpty)
  }

  @Test func `a file that replaced a new store's file is refused`() throws {
    defer { scratch.end() }
    var planted = ""
    #expect(throws: StoreError.replaced) {
      try StoreDraft(permissions: 0o600).publish(as: path) { draft throws(StoreError) in
        do { planted = try exchange() } catch { throw .failed("\(error)") }
        var named = draft
        named.path = "\(planted)/store"
        try SQLiteStore.build(at: named, onNetwork: false)
      }
    }
    #expect(Scratch.names(in: planted) == ["store"])
    #expect(Scratch.bytes("\(planted)/store").isEmpty)
    #expect(Scratch.mode(path) == nil)
    #expect(Scratch.names(in: scratch.path("away")).isEmpty)
  }

  @Test func `a new folder that others can enter, or that is not empty, is not used`() throws {
    defer { scratch.end() }
    let folder = scratch.path("folder")
    mkdir(folder, 0o700)
    close(try StoreDraft.enter(folder))
    Scratch.write([1], to: "\(folder)/store")
    #expect(throws: StoreError.replaced) { try StoreDraft.enter(folder) }
    unlink("\(folder)/store")
    chmod(folder, 0o770)
    #expect(throws: StoreError.replaced) { try StoreDraft.enter(folder) }
    chmod(folder, 0o700)
    symlink(folder, scratch.path("link"))
    #expect(throws: StoreError.notPermitted) { try StoreDraft.enter(scratch.path("link")) }
  }
}
