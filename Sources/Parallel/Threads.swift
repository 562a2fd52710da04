import Glibc

/// System threads for work that ends before the caller continues.
///
/// They need no file descriptors. If the system provides fewer threads than requested, or none, the
/// caller does the work itself.
enum Threads {
  /// The work of a thread.
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Address space for each stack; memory is only allocated as it is used.
  private static let stack = 8 << 20

  /// Runs a function in this thread and in up to `count - 1` others, and waits for all.
  static func run(_ count: Int, _ body: @Sendable () -> Void) {
    withoutActuallyEscaping(body) { body in
      let work = Unmanaged.passRetained(Work(body))
      defer { work.release() }
      let threads = start(count - 1, work)
      body()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// Runs a function in another thread and waits for it; false if no thread can be created.
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
