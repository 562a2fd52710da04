import Glibc
import Synchronization

/// The results of a function for `0..<count`, in that order, computed on all cores.
///
/// Each core takes the next number as it is done with one, so that parts of unlike size even out.
public func concurrentMap<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  concurrentMap(count, with: {}) { number, _ in body(number) }
}

/// The same with something of each core's own, such as memory that is used over and over.
public func concurrentMap<Room, Result: Sendable>(
  _ count: Int, with room: @Sendable () -> Room,
  _ body: @Sendable (Int, inout Room) -> Result
) -> [Result] {
  let next = Atomic(0)
  return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
    // Every place is written once, by the one core that took its number.
    nonisolated(unsafe) let results = buffer
    onEachCore(atMost: count) {
      var own = room()
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        results.initializeElement(at: number, to: body(number, &own))
      }
    }
    filled = count
  }
}

/// Runs the same on each core, or on as many of them as there are parts of the work.
public func onEachCore(atMost parts: Int = .max, _ body: @Sendable () -> Void) {
  let cores = min(parts, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  Threads.run(cores, body)
}
