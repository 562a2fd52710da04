import Glibc
import Synchronization

/// Runs something with room for its calls, also where the shell's limit (`ulimit -s`) leaves little:
/// then in a thread with a larger stack, for which this one waits.
public func withEnoughStack(_ body: @Sendable () -> Int32) -> Int32 {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0,
    limit.rlim_cur < 1 << 20
  else { return body() }
  let result = Atomic<Int32>(0)
  let isDone = Threads.run { result.store(body(), ordering: .releasing) }
  return isDone ? result.load(ordering: .acquiring) : body()
}
