import Glibc
import Testing

@testable import Presence

/// What an attacker, or an accident, can put into the folder of sessions.
@Suite struct HostileFolderTests {
  private let word = "abcdefghijklmnopqrst"

  @Test func `pipes, links, folders and other files are ignored`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let file = "\(place.sessions)/"
    mkfifo(file + "aaaaaaaaaaaaaaaaaaaa", 0o600)
    symlink("/etc/passwd", file + "bbbbbbbbbbbbbbbbbbbb")
    symlink("/dev/zero", file + "cccccccccccccccccccc")
    mkdir(file + "dddddddddddddddddddd", 0o700)
    place.put("mine", at: "Notes.txt")
    let before = place.files
    #expect(ada.others() == [] && !ada.isOver("aaaaaaaaaaaaaaaaaaaa"))
    #expect(place.files == before)
  }

  @Test(arguments: ["", "x", String(repeating: "x", count: 1024), "\u{0}\u{1B}[2J"])
  func `an active session with a damaged record is shown without a place`(record: String) throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    place.put(record, at: word)
    let file = open("\(place.sessions)/\(word)", O_RDWR | O_CLOEXEC)
    defer { close(file) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    let user = Int(getuid())
    #expect(
      ada.others() == [
        ActiveSession(session: word, user: user, name: Identity.current.name, host: "")
      ])
  }

  @Test func `only a new, empty and private folder is given to the group`() throws {
    let place = StorePlace()
    let above = try #require(Descriptor(open(place.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)))
    func mode(_ name: String) -> mode_t {
      var status = stat()
      return stat("\(place.folder)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : 0
    }
    for name in ["made", "full", "open", "target"] {
      mkdir("\(place.folder)/\(name)", 0o700)
    }
    mkdir("\(place.folder)/full/private", 0o700)
    chmod("\(place.folder)/open", 0o755)
    symlink("target", "\(place.folder)/link")
    defer {
      rmdir("\(place.folder)/full/private")
      unlink("\(place.folder)/link")
      for name in ["made", "full", "open", "target"] { rmdir("\(place.folder)/\(name)") }
    }
    for name in ["made", "full", "open", "link"] { SessionPlace.share(name, in: above) }
    #expect(mode("made") == 0o2770)
    #expect(mode("full") == 0o700 && mode("open") == 0o755 && mode("target") == 0o700)
  }

  @Test(arguments: ["root", "another user", ""])
  func `a session is shown with the name of its file's owner, whatever its record says`(
    claim: String
  ) throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    _ = try place.join(claim)
    let other = try place.join(claim)
    let seen = try #require(ada.others().first { $0.session == other.word })
    #expect(seen.user == Int(getuid()) && seen.name == Identity.current.name)
  }

  @Test func `a half-written record is not read`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    bo.announce(plan: 7, line: "L7")
    let file = open("\(place.sessions)/\(bo.word)", O_RDWR | O_CLOEXEC)
    defer { close(file) }
    #expect(pwrite(file, "99", 2, 70) == 2)
    #expect(ada.others().map(\.plan) == [nil])
    bo.announce(plan: 8, line: "L8")
    #expect(ada.others().map(\.plan) == [8])
  }

  @Test func `a copy of a session's file under another name is not a session`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let bo = try place.join("bo")
    link("\(place.sessions)/\(bo.word)", "\(place.sessions)/\(word)")
    #expect(ada.others().map(\.session) == [bo.word])
  }

  @Test func `the text in a record is one line of bounded length`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let host = "b\no\u{1B}[2J" + String(repeating: "é", count: 2000)
    let bo = try SessionFolder(storePath: place.store, isShared: false, name: "bo", host: host)
    bo.announce(plan: 1, line: String(repeating: "L", count: 2000))
    let seen = try #require(ada.others().first)
    #expect(seen.host.hasPrefix("b o [2Jé") && seen.host.utf8.count <= 255)
    #expect(seen.plan == 1 && seen.line == nil)
    bo.announce(plan: 1, line: "L\n1")
    #expect(ada.others().first?.line == nil)
  }

  @Test func `very many files are read in parts and removed in the end`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    for number in 100_000..<103_000 { place.put("", at: "aaaaaaaaaaaaaa\(number)") }
    var looks = 0
    while place.files.count > 1, looks < 20 {
      #expect(ada.others() == [])
      looks += 1
    }
    #expect(place.files == [ada.word] && looks > 1)
  }

  @Test func `something other than a folder at its path is reported`() throws {
    let place = StorePlace()
    symlink("/tmp", place.sessions)
    #expect(throws: PresenceError.notFolder) { try place.join("ada") }
    unlink(place.sessions)
    close(open(place.sessions, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))
    #expect(throws: PresenceError.notFolder) { try place.join("ada") }
  }

  @Test func `a session that cannot create its file is hidden`() throws {
    // Folders cannot be created in /sys, not even by the superuser.
    let nowhere = try SessionFolder(
      storePath: "/sys/plans.db", isShared: false, name: "ada", host: "here")
    #expect(nowhere.isHidden && nowhere.others() == [] && nowhere.descriptor == nil)
    nowhere.notifyOthers()
    nowhere.announce(plan: 1, line: nil)
    #expect(!nowhere.drain())
  }

  @Test(.enabled(if: getuid() != 0, "the superuser can write anywhere"))
  func `a hidden session sees others and is woken by them`() throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    chmod(place.sessions, 0o500)
    defer { chmod(place.sessions, 0o700) }
    let bo = try place.join("bo")
    #expect(bo.isHidden && bo.others().map(\.session) == [ada.word] && ada.others() == [])
    ada.notifyOthers()
    #expect(isReadable(bo.descriptor) && bo.drain())
    bo.notifyOthers()
    #expect(!isReadable(ada.descriptor))
  }
}
