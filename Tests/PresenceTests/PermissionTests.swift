import Glibc
import Presence
import Testing

/// Who can read the folder of sessions, whatever the umask of the process is.
@Suite(.serialized) struct PermissionTests {
  /// Runs a function under a umask that hides nothing, and one that hides all from group and
  /// others.
  private func underMasks(_ body: () throws -> Void) rethrows {
    for mask: mode_t in [0, 0o077] {
      let before = umask(mask)
      defer { umask(before) }
      try body()
    }
  }

  @Test func `only the user can read the sessions of a private store`() throws {
    try underMasks {
      let place = StorePlace()
      let ada = try place.join("ada")
      #expect(StorePlace.mode(of: place.sessions) == 0o700)
      #expect(StorePlace.mode(of: "\(place.sessions)/\(ada.word)") == 0o600)
    }
  }

  @Test func `the group can read the sessions of a shared store`() throws {
    try underMasks {
      let place = StorePlace()
      chmod(place.folder, 0o2770)
      let ada = try place.join("ada", isShared: true)
      let bo = try place.join("bo", isShared: true)
      #expect(StorePlace.mode(of: place.sessions) == 0o2770)
      #expect(StorePlace.mode(of: "\(place.sessions)/\(bo.word)") == 0o640)
      #expect(ada.others().map(\.session) == [bo.word])
    }
  }

  // Also without the setgid bit.
  @Test(
    .enabled(if: getuid() == 0, "only the superuser can change owners"),
    arguments: [0o2770, 0o770] as [mode_t])
  func `a shared store's sessions have the group of its folder`(mode: mode_t) throws {
    let place = StorePlace()
    chown(place.folder, .max, 100)
    chmod(place.folder, mode)
    let ada = try place.join("ada", isShared: true)
    for path in [place.sessions, "\(place.sessions)/\(ada.word)"] {
      var status = stat()
      #expect(lstat(path, &status) == 0 && status.st_gid == 100)
    }
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser can change owners"))
  func `only users who own or share the store create the folder`() throws {
    let place = StorePlace()
    close(open(place.store, O_CREAT | O_WRONLY, 0o640))
    chown(place.store, 8, .max)
    let reader = try place.join("bo")
    #expect(reader.isHidden && StorePlace.mode(of: place.sessions) == 0)
    chown(place.store, geteuid(), .max)
    let owner = try place.join("ada")
    #expect(!owner.isHidden)
    chown(place.store, 8, .max)
    let later = try place.join("bo")
    #expect(owner.others().map(\.session) == [later.word])
    let shared = StorePlace()
    close(open(shared.store, O_CREAT | O_WRONLY, 0o660))
    chown(shared.store, 8, .max)
    #expect(try !shared.join("cy", isShared: true).isHidden)
  }

  @Test func `creating the folder leaves nothing else behind`() throws {
    let place = StorePlace()
    let sessions = try (0..<3).map { _ throws(PresenceError) in try place.join("ada") }
    #expect(place.files == sessions.map(\.word).sorted())
  }
}
