import Glibc
import SeededRandom

/// Workers on one plan in a store, which are killed one after the other.
struct CrashFixture {
  typealias Acknowledgement = WorkerProcess.Acknowledgement

  /// Why the test cannot continue.
  enum Failure: Error {
    case notStarted
    /// No worker has reported a step for a number of seconds.
    case silent(seconds: Int)
    /// A worker ended unexpectedly, with an exit status.
    case ended(code: Int32)
  }

  private static let patience: Int32 = 30

  /// All acknowledged steps, in the order in which they were reported.
  private(set) var acknowledged: [Acknowledgement] = []
  private var workers: [WorkerProcess] = []
  private let store: String
  private let plan: Int
  private var random: SplitMix64

  /// Starts a number of workers.
  init(store: String, plan: Int, workers count: Int, seed: UInt64) throws {
    self.store = store
    self.plan = plan
    random = SplitMix64(seed: seed)
    for _ in 0..<count { workers.append(try start()) }
  }

  /// After some steps, at a random moment, kills a worker and starts another.
  mutating func kill() throws {
    let wanted = acknowledged.count + Int.random(in: 0...6, using: &random)
    while acknowledged.count < wanted { try receive() }
    usleep(UInt32.random(in: 0...8000, using: &random))
    try killNow()
  }

  /// Kills a worker immediately and starts another.
  mutating func killNow() throws {
    let place = Int.random(in: workers.indices, using: &random)
    workers[place].kill()
    acknowledged += workers[place].last()
    let code = workers[place].wait()
    guard code == 128 + SIGKILL else { throw Failure.ended(code: code) }
    workers[place] = try start()
  }

  /// Stops all workers and waits for their end.
  mutating func end() throws {
    for worker in workers { worker.end() }
    for worker in workers {
      acknowledged += worker.last()
      let code = worker.wait()
      guard code == 0 else { throw Failure.ended(code: code) }
    }
    workers = []
  }

  /// Waits until any worker reports a step, calling a function all the while.
  mutating func receive(_ meanwhile: () -> Void) throws {
    let deadline = ContinuousClock.now + .seconds(Int(CrashFixture.patience))
    meanwhile()
    while try !receive(within: 0) {
      meanwhile()
      guard ContinuousClock.now < deadline else {
        throw Failure.silent(seconds: Int(CrashFixture.patience))
      }
    }
  }

  private mutating func start() throws -> WorkerProcess {
    guard let worker = WorkerProcess(store: store, plan: plan, seed: random.next()) else {
      throw Failure.notStarted
    }
    return worker
  }

  /// Waits until any worker reports a step.
  private mutating func receive() throws {
    guard try receive(within: CrashFixture.patience * 1000) else {
      throw Failure.silent(seconds: Int(CrashFixture.patience))
    }
  }

  /// Reads the workers' reports; false if there are none within a number of milliseconds.
  private mutating func receive(within milliseconds: Int32) throws -> Bool {
    var watched = workers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&watched, nfds_t(watched.count), milliseconds) > 0 else { return false }
    for (worker, watched) in zip(workers, watched) where watched.revents != 0 {
      guard let more = worker.acknowledgements() else { throw Failure.ended(code: worker.wait()) }
      acknowledged += more
    }
    return true
  }
}
