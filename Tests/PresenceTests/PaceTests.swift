import Glibc
import Testing

@testable import Presence

/// How often others may wake a session.
@Suite struct PaceTests {
  @Test func `occasional notices are accepted immediately`() {
    var pace = Pace()
    for time in stride(from: 0, to: 60_000, by: Pace.interval) {
      let rests = pace.mustPause(after: time)
      #expect(!rests)
    }
  }

  @Test func `of endless notices a few per second are accepted`() {
    var pace = Pace()
    var wakes = 0
    var time = 0
    while time < 60_000 {
      wakes += 1
      time += pace.mustPause(after: time) ? Pace.interval : 1
    }
    #expect(wakes <= Pace.burst + 60_000 / Pace.interval)
  }

  @Test func `a clock that is set back does no harm`() {
    var pace = Pace()
    let rests = [5_000, 0, 9_000, 1].map { pace.mustPause(after: $0) }
    #expect(!rests.contains(true))
  }

  @Test func `very many notices wake a session a few times, and the last is not lost`() throws {
    let place = StorePlace()
    var now = 0
    let ada = try SessionFolder(
      at: SessionPlace(storePath: place.store, isShared: false),
      SessionRecord(session: SessionFolder.newWord(), name: "ada", host: "here"), clock: { now })
    let bo = try place.join("bo")
    var wakes = 0
    let start = ContinuousClock.now
    for _ in 0..<1_000 {
      bo.notifyOthers()
      guard isReadable(ada.descriptor) else { continue }
      wakes += 1
      _ = ada.drain()
    }
    // This holds on slow machines too: the pauses are in real time.
    let rests = Int((ContinuousClock.now - start) / .milliseconds(Pace.interval))
    #expect((1...Pace.burst + rests + 1).contains(wakes))
    // Changes after the last wake are reported when the pause is over.
    now += Pace.interval
    #expect(isReadable(ada.descriptor, within: 10_000) && ada.drain())
    now += Pace.burst * Pace.interval
    #expect(isReadable(ada.descriptor, within: 10_000) && !ada.drain())
    bo.notifyOthers()
    #expect(isReadable(ada.descriptor) && ada.drain() && !isReadable(ada.descriptor))
  }
}
