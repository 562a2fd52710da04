import Glibc
import Presence
import Testing

/// Sessions of one store, each with its own open files, as in separate processes.
@Suite struct SessionFolderTests {
  @Test func `two sessions see each other, with plan and line`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    #expect(ada.others() == [] && !ada.isHidden)
    let bo = try place.join("bo")
    bo.announce(plan: 3, line: "L1")
    let seen = ActiveSession(
      session: bo.word, user: Int(getuid()), name: Identity.current.name, host: "here",
      plan: 3, line: "L1")
    #expect(ada.others() == [seen])
    #expect(bo.others().map(\.session) == [ada.word])
    #expect(bo.others().first?.plan == nil)
    bo.announce(plan: nil, line: nil)
    #expect(ada.others().first?.plan == nil && ada.others().first?.line == nil)
  }

  @Test func `a session that ends disappears, with its file, and others are woken`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    var bo: SessionFolder? = try place.join("bo")
    let word = try #require(bo?.word)
    #expect(ada.drain())
    #expect(!ada.isOver(word) && !ada.isOver(ada.word) && !isReadable(ada.descriptor))
    bo = nil
    #expect(isReadable(ada.descriptor))
    #expect(ada.drain() && ada.others().isEmpty && ada.isOver(word))
    #expect(place.files == [ada.word])
  }

  @Test func `joining, moving and notifying wake the others but not the session itself`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    #expect(!isReadable(ada.descriptor))
    let bo = try place.join("bo")
    #expect(isReadable(ada.descriptor) && ada.drain() && !ada.drain())
    for act in [{ bo.notifyOthers() }, { bo.announce(plan: 1, line: "L1") }, { bo.notifyOthers() }]
    {
      act()
      #expect(isReadable(ada.descriptor) && ada.drain() && !ada.drain())
      #expect(!isReadable(bo.descriptor) && !bo.drain())
    }
    bo.announce(plan: 1, line: "L1")
    #expect(!isReadable(ada.descriptor))
  }

  @Test func `others' changes are still reported after the session's own changes`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    _ = ada.drain()
    bo.notifyOthers()
    ada.notifyOthers()
    ada.announce(plan: 2, line: nil)
    #expect(isReadable(ada.descriptor) && ada.drain())
    #expect(!isReadable(ada.descriptor) && !ada.drain())
    #expect(bo.drain())
  }

  @Test
  func `the file of an ended session is removed by the session that finds it, which is not woken`()
    throws
  {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    place.put("whatever", at: "abcdefghijklmnopqrst")
    place.put("never finished", at: ".bcdefghijklmnopqrstu")
    _ = ada.drain()
    _ = bo.drain()
    #expect(ada.isOver("abcdefghijklmnopqrst"))
    #expect(ada.others().map(\.session) == [bo.word])
    #expect(place.files == [ada.word, bo.word].sorted())
    #expect(!isReadable(ada.descriptor) && !ada.drain())
    #expect(bo.drain() && bo.others().map(\.session) == [ada.word])
  }

  @Test func `a store has one folder of sessions under all its names`() throws {
    let place = StorePlace()
    close(open(place.store, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))
    let link = "\(place.folder)/link"
    symlink(place.store, link)
    defer {
      unlink(link)
      unlink(place.store)
    }
    let ada = try place.join("ada")
    let bo = try SessionFolder(storePath: link, isShared: false, name: "bo", host: "here")
    #expect(ada.others().map(\.session) == [bo.word])
  }

  @Test func `fifty sessions are all seen`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let others = try (0..<50).map { number throws(PresenceError) in
      try place.join("user\(number)")
    }
    #expect(Set(ada.others().map(\.session)) == Set(others.map(\.word)))
  }

  @Test func `a session's file that others remove is created again`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    bo.announce(plan: 3, line: "L1")
    unlink("\(place.sessions)/\(bo.word)")
    #expect(isReadable(bo.descriptor) && !bo.drain())
    #expect(place.files == [ada.word, bo.word].sorted())
    #expect(ada.drain() && ada.others().map(\.line) == ["L1"])
    #expect(!isReadable(bo.descriptor))
    bo.notifyOthers()
    #expect(isReadable(ada.descriptor) && ada.drain())
  }

  @Test func `another file under a session's name is replaced by the session's`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    unlink("\(place.sessions)/\(bo.word)")
    symlink("/etc/passwd", "\(place.sessions)/\(bo.word)")
    _ = bo.drain()
    #expect(ada.others().map(\.session) == [bo.word] && !isReadable(bo.descriptor))
  }

  @Test func `a folder of sessions that is moved away is created again`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    rename(place.sessions, "\(place.folder)/away")
    #expect(isReadable(ada.descriptor))
    _ = ada.drain()
    _ = bo.drain()
    #expect(place.files == [ada.word, bo.word].sorted())
    #expect(ada.others().map(\.session) == [bo.word])
    bo.announce(plan: 1, line: nil)
    #expect(isReadable(ada.descriptor) && ada.drain() && ada.others().map(\.plan) == [1])
    for file in [ada.word, bo.word] { unlink("\(place.folder)/away/\(file)") }
    rmdir("\(place.folder)/away")
  }

  @Test func `without a store the list of sessions is empty`() {
    #expect(throws: PresenceError.notFound) {
      try SessionFolder(
        storePath: "/tmp/calloff-nowhere/plans.db", isShared: false, name: "ada", host: "here")
    }
  }
}
