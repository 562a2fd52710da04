import Glibc
import Presence
import TerminalTesting
import Testing

/// Sessions in processes of their own, whose displays watch the folder of sessions.
@Suite struct KilledSessionTests {
  private func demo(at place: StorePlace) throws -> TerminalSession {
    try TerminalSession(builtProgram("DisplayDemo"), ["--store=\(place.store)"])
  }

  /// Waits for the kernel to tell until somebody is as wanted.
  private func wait(_ session: SessionFolder, until isWanted: ([Present]) -> Bool) -> Bool {
    for _ in 0..<100 {
      if isWanted(session.others()) { return true }
      guard isReadable(session.descriptor, within: 20_000) else { return false }
      _ = session.drain()
    }
    return false
  }

  @Test(arguments: [SIGKILL, SIGTERM])
  func `a session that is killed is gone at once, and its file too`(signal: CInt) throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let demo = try demo(at: place)
    #expect(wait(ada) { $0.count == 1 })
    let word = try #require(ada.others().first?.session)
    #expect(!ada.isOver(word))
    demo.signal(signal)
    // Only what the kernel tells ends the wait.
    #expect(wait(ada, until: \.isEmpty))
    #expect(ada.isOver(word) && place.files == [ada.word])
  }

  @Test func `a session that waits for keys hears of the others`() throws {
    let place = StorePlace()
    let demo = try demo(at: place)
    try demo.waitFor("row 1 of")
    let ada = try place.join("ada")
    ada.stand(plan: 1, line: nil)
    try demo.waitFor("others: 1.")
    var bo: SessionFolder? = try place.join("bo")
    bo?.stand(plan: 2, line: nil)
    try demo.waitUntil("both") { $0.contains("1 2.") || $0.contains("2 1.") }
    let seen = bo?.others().count
    bo = nil
    try demo.waitFor("others: 1.")
    #expect(seen == 2 && ada.others().count == 1)
  }
}
