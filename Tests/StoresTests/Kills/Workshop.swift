import Glibc
import SeededRandom

/// Workers at one plan of a store, of whom somebody kills one after the other.
struct Workshop {
  typealias Acknowledgement = WorkerProcess.Acknowledgement

  /// Why nobody works any more.
  enum Failure: Error {
    case notStarted
    /// No worker has told of a step for so many seconds.
    case silent(seconds: Int)
    /// A worker ended that nobody had told to, with that code.
    case ended(code: Int32)
  }

  private static let patience: Int32 = 30

  /// All steps that the store has acknowledged, in the order in which they were heard of.
  private(set) var acknowledged: [Acknowledgement] = []
  private var workers: [WorkerProcess] = []
  private let store: String
  private let plan: Int
  private var random: SplitMix64

  /// Starts so many workers.
  init(store: String, plan: Int, workers count: Int, seed: UInt64) throws {
    self.store = store
    self.plan = plan
    random = SplitMix64(seed: seed)
    for _ in 0..<count { workers.append(try start()) }
  }

  /// After some steps, and somewhere in the midst of others, kills a worker and starts another.
  mutating func kill() throws {
    let wanted = acknowledged.count + Int.random(in: 0...6, using: &random)
    while acknowledged.count < wanted { try hear() }
    usleep(UInt32.random(in: 0...8000, using: &random))
    try killNow()
  }

  /// Kills a worker, whatever it is at, and starts another.
  mutating func killNow() throws {
    let place = Int.random(in: workers.indices, using: &random)
    workers[place].kill()
    acknowledged += workers[place].last()
    let code = workers[place].wait()
    guard code == 128 + SIGKILL else { throw Failure.ended(code: code) }
    workers[place] = try start()
  }

  /// Lets all come to their end.
  mutating func end() throws {
    for worker in workers { worker.end() }
    for worker in workers {
      acknowledged += worker.last()
      let code = worker.wait()
      guard code == 0 else { throw Failure.ended(code: code) }
    }
    workers = []
  }

  /// Waits until any worker tells of something, and does something else all the while.
  mutating func hear(_ meanwhile: () -> Void) throws {
    let deadline = ContinuousClock.now + .seconds(Int(Workshop.patience))
    meanwhile()
    while try !hear(within: 0) {
      meanwhile()
      guard ContinuousClock.now < deadline else {
        throw Failure.silent(seconds: Int(Workshop.patience))
      }
    }
  }

  private mutating func start() throws -> WorkerProcess {
    guard let worker = WorkerProcess(store: store, plan: plan, seed: random.next()) else {
      throw Failure.notStarted
    }
    return worker
  }

  /// Waits until any worker tells of something.
  private mutating func hear() throws {
    guard try hear(within: Workshop.patience * 1000) else {
      throw Failure.silent(seconds: Int(Workshop.patience))
    }
  }

  /// Takes what workers tell; false where none tells anything within so many milliseconds.
  private mutating func hear(within milliseconds: Int32) throws -> Bool {
    var watched = workers.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&watched, nfds_t(watched.count), milliseconds) > 0 else { return false }
    for (worker, watched) in zip(workers, watched) where watched.revents != 0 {
      guard let more = worker.acknowledgements() else { throw Failure.ended(code: worker.wait()) }
      acknowledged += more
    }
    return true
  }
}
