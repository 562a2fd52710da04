import Glibc
import Presence
import TerminalTesting
import Testing

/// Sessions in separate processes, whose displays watch the folder of sessions.
@Suite struct KilledSessionTests {
  private func demo(at place: StorePlace) throws -> TerminalSession {
    try TerminalSession(builtProgram("DisplayDemo"), ["--store=\(place.store)"])
  }

  /// Waits for reports of the kernel until the other sessions are as expected.
  private func wait(_ session: SessionFolder, until isWanted: ([ActiveSession]) -> Bool) -> Bool {
    for _ in 0..<100 {
      if isWanted(session.others()) { return true }
      guard isReadable(session.descriptor, within: 20_000) else { return false }
      _ = session.drain()
    }
    return false
  }

  @Test(arguments: [SIGKILL, SIGTERM])
  func `a killed session disappears immediately, with its file`(signal: CInt) throws {
    let place = StorePlace()
    let ada = try place.join("ada")
    let demo = try demo(at: place)
    #expect(wait(ada) { $0.count == 1 })
    let word = try #require(ada.others().first?.session)
    #expect(!ada.isOver(word))
    demo.signal(signal)
    // Only a report of the kernel ends the wait.
    #expect(wait(ada, until: \.isEmpty))
    #expect(ada.isOver(word) && place.files == [ada.word])
  }

  @Test func `a session that waits for keys is woken by others`() throws {
    let place = StorePlace()
    let demo = try demo(at: place)
    try demo.waitFor("row 1 of")
    let ada = try place.join("ada")
    ada.announce(plan: 1, line: nil)
    try demo.waitFor("others: 1.")
    var bo: SessionFolder? = try place.join("bo")
    bo?.announce(plan: 2, line: nil)
    try demo.waitUntil("both") { $0.contains("1 2.") || $0.contains("2 1.") }
    let seen = bo?.others().count
    bo = nil
    try demo.waitFor("others: 1.")
    #expect(seen == 2 && ada.others().count == 1)
  }
}
