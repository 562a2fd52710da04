import Glibc
import Testing

@testable import Presence

/// How often others may wake a session.
@Suite struct PaceTests {
  @Test func `notices that come now and then are taken as they come`() {
    var pace = Pace()
    for time in stride(from: 0, to: 60_000, by: Pace.interval) {
      let rests = pace.takesRest(after: time)
      #expect(!rests)
    }
  }

  @Test func `of notices that never stop a few a second are taken`() {
    var pace = Pace()
    var wakes = 0
    var time = 0
    while time < 60_000 {
      wakes += 1
      time += pace.takesRest(after: time) ? Pace.interval : 1
    }
    #expect(wakes <= Pace.burst + 60_000 / Pace.interval)
  }

  @Test func `a clock that goes back does no harm`() {
    var pace = Pace()
    let rests = [5_000, 0, 9_000, 1].map { pace.takesRest(after: $0) }
    #expect(!rests.contains(true))
  }

  @Test func `a flood of notices wakes a session a few times, and the last is not lost`() throws {
    let place = StorePlace()
    var now = 0
    let ada = try SessionFolder(
      at: SessionPlace(storePath: place.store, isShared: false),
      SessionRecord(session: SessionFolder.newWord(), name: "ada", host: "here"), clock: { now })
    let bo = try place.join("bo")
    var wakes = 0
    let start = ContinuousClock.now
    for _ in 0..<1_000 {
      bo.ring()
      guard isReadable(ada.descriptor) else { continue }
      wakes += 1
      _ = ada.drain()
    }
    // However slow the machine is: the rests are of the real time.
    let rests = Int((ContinuousClock.now - start) / .milliseconds(Pace.interval))
    #expect((1...Pace.burst + rests + 1).contains(wakes))
    // What came after the last wake is told when the rest is over.
    now += Pace.interval
    #expect(isReadable(ada.descriptor, within: 10_000) && ada.drain())
    now += Pace.burst * Pace.interval
    #expect(isReadable(ada.descriptor, within: 10_000) && !ada.drain())
    bo.ring()
    #expect(isReadable(ada.descriptor) && ada.drain() && !isReadable(ada.descriptor))
  }
}
