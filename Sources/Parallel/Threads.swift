import Glibc

/// Threads of the system's own, for work that ends before its caller goes on.
///
/// They need no descriptors, and where the system gives fewer than asked for, or none at all, the
/// caller does the work by itself.
enum Threads {
  /// What a thread is given to run.
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Address space for the stack of each; memory is only taken as it is used.
  private static let stack = 8 << 20

  /// Runs the same in this thread and in up to `count - 1` others, and waits for all.
  static func run(_ count: Int, _ body: @Sendable () -> Void) {
    withoutActuallyEscaping(body) { body in
      let work = Unmanaged.passRetained(Work(body))
      defer { work.release() }
      let threads = start(count - 1, work)
      body()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Runs something in another thread and waits for it; false where there is none to be had.
  static func run(_ body: @Sendable () -> Void) -> Bool {
    withoutActuallyEscaping(body) { body in
      let work = Unmanaged.passRetained(Work(body))
      defer { work.release() }
      let threads = start(1, work)
      for thread in threads { pthread_join(thread, nil) }
      return !threads.isEmpty
    }
  }

  private static func start(_ count: Int, _ work: Unmanaged<Work>) -> [pthread_t] {
    var threads: [pthread_t] = []
    var attributes = pthread_attr_t()
    guard count > 0, pthread_attr_init(&attributes) == 0 else { return [] }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stack)
    for _ in 0..<count {
      var thread = pthread_t()
      let code = pthread_create(
        &thread, &attributes,
        { work in
          if let work { Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().body() }
          return nil
        }, work.toOpaque())
      guard code == 0 else { break }
      threads.append(thread)
    }
    return threads
  }
}
