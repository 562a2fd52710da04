import Glibc
import Synchronization

/// Runs a function with enough stack. If the shell's limit (`ulimit -s`) is low, it runs in a
/// thread with a larger stack, and this thread waits for it.
public func withEnoughStack(_ body: @Sendable () -> Int32) -> Int32 {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0,
    limit.rlim_cur < 1 << 20
  else { return body() }
  let result = Atomic<Int32>(0)
  let isDone = Threads.run { result.store(body(), ordering: .releasing) }
  return isDone ? result.load(ordering: .acquiring) : body()
}
