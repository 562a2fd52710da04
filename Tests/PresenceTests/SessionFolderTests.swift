import Glibc
import Presence
import Testing

/// Sessions at one store, each with open files of its own as in processes of their own.
@Suite struct SessionFolderTests {
  @Test func `two sessions see each other, and where the other stands`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    #expect(ada.others() == [] && !ada.isOnlooker)
    let bo = try place.join("bo")
    bo.stand(plan: 3, line: "L1")
    let seen = Present(
      session: bo.word, user: Int(getuid()), name: Identity.current.name, host: "here",
      plan: 3, line: "L1")
    #expect(ada.others() == [seen])
    #expect(bo.others().map(\.session) == [ada.word])
    #expect(bo.others().first?.plan == nil)
    bo.stand(plan: nil, line: nil)
    #expect(ada.others().first?.plan == nil && ada.others().first?.line == nil)
  }

  @Test func `who leaves is gone, with the file, and others are woken`() throws {
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

  @Test func `coming, moving and ringing wake the others and not oneself`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    #expect(!isReadable(ada.descriptor))
    let bo = try place.join("bo")
    #expect(isReadable(ada.descriptor) && ada.drain() && !ada.drain())
    for act in [{ bo.ring() }, { bo.stand(plan: 1, line: "L1") }, { bo.ring() }] {
      act()
      #expect(isReadable(ada.descriptor) && ada.drain() && !ada.drain())
      #expect(!isReadable(bo.descriptor) && !bo.drain())
    }
    bo.stand(plan: 1, line: "L1")
    #expect(!isReadable(ada.descriptor))
  }

  @Test func `what others did is still told after one's own doing`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    _ = ada.drain()
    bo.ring()
    ada.ring()
    ada.stand(plan: 2, line: nil)
    #expect(isReadable(ada.descriptor) && ada.drain())
    #expect(!isReadable(ada.descriptor) && !ada.drain())
    #expect(bo.drain())
  }

  @Test func `a dead session's file is removed by who finds it, without waking them`() throws {
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

  @Test func `a store is one place under all of its names`() throws {
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

  @Test func `a session's file that others remove is made again`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    bo.stand(plan: 3, line: "L1")
    unlink("\(place.sessions)/\(bo.word)")
    #expect(isReadable(bo.descriptor) && !bo.drain())
    #expect(place.files == [ada.word, bo.word].sorted())
    #expect(ada.drain() && ada.others().map(\.line) == ["L1"])
    #expect(!isReadable(bo.descriptor))
    bo.ring()
    #expect(isReadable(ada.descriptor) && ada.drain())
  }

  @Test func `something else under a session's name gives way to the session`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    unlink("\(place.sessions)/\(bo.word)")
    symlink("/etc/passwd", "\(place.sessions)/\(bo.word)")
    _ = bo.drain()
    #expect(ada.others().map(\.session) == [bo.word] && !isReadable(bo.descriptor))
  }

  @Test func `a folder of sessions that is moved away is made again`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    rename(place.sessions, "\(place.folder)/away")
    #expect(isReadable(ada.descriptor))
    _ = ada.drain()
    _ = bo.drain()
    #expect(place.files == [ada.word, bo.word].sorted())
    #expect(ada.others().map(\.session) == [bo.word])
    bo.stand(plan: 1, line: nil)
    #expect(isReadable(ada.descriptor) && ada.drain() && ada.others().map(\.plan) == [1])
    for file in [ada.word, bo.word] { unlink("\(place.folder)/away/\(file)") }
    rmdir("\(place.folder)/away")
  }

  @Test func `no store, no sessions`() {
    #expect(throws: PresenceError.notFound) {
      try SessionFolder(
        storePath: "/tmp/calloff-nowhere/plans.db", isShared: false, name: "ada", host: "here")
    }
  }
}
