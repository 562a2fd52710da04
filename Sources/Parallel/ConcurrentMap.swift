import Glibc
import Synchronization

/// The results of a function for `0..<count`, in that order, computed on all cores.
///
/// Each core takes the next number when it has finished one, so that parts of different sizes
/// balance.
public func concurrentMap<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  concurrentMap(count, with: {}) { number, _ in body(number) }
}

/// The same with a value for each core, such as memory that is reused.
public func concurrentMap<Workspace, Result: Sendable>(
  _ count: Int, with room: @Sendable () -> Workspace,
  _ body: @Sendable (Int, inout Workspace) -> Result
) -> [Result] {
  let next = Atomic(0)
  return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
    // Every place is written once, by the core that took its number.
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

/// Runs a function on each core, or on as many cores as the work has parts.
public func onEachCore(atMost parts: Int = .max, _ body: @Sendable () -> Void) {
  let cores = min(parts, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  Threads.run(cores, body)
}
