import CPostgreSQL
import Glibc
import Stores

/// A connection to a server that is being made, step by step.
final class ConnectionAttempt {
  /// How far it has come.
  enum Progress: Equatable {
    /// It goes on when the socket can be read.
    case reading
    /// It goes on when the socket can be written.
    case writing
    /// The connection is there.
    case ready
    /// There will be none; why, in words.
    case failed(String)
  }

  private let library: calloff_libpq
  private var handle: OpaquePointer?

  /// Begins to connect.
  init(to address: PostgreSQLAddress) throws(StoreError) {
    library = try LibPQ.loaded()
    let parameters = address.parameters
    var keywords = parameters.map { UnsafePointer(strdup($0.keyword)) } + [nil]
    var values = parameters.map { UnsafePointer(strdup($0.value)) } + [nil]
    defer { (keywords + values).forEach { free(UnsafeMutablePointer(mutating: $0)) } }
    handle = library.PQconnectStartParams(&keywords, &values, 1)
    guard let handle else { throw .failed("out of memory") }
    calloff_ignore_notices(handle)
  }

  deinit { if let handle { library.PQfinish(handle) } }

  /// The socket on which it waits; it may be another after each step.
  var socket: Int32 { handle.map { library.PQsocket($0) } ?? -1 }

  /// Goes one step on, without waiting.
  func advance() -> Progress {
    guard let handle else { return .failed("the connection was given away") }
    if library.PQstatus(handle) == CONNECTION_BAD { return failure }
    switch library.PQconnectPoll(handle) {
    case PGRES_POLLING_READING: return .reading
    case PGRES_POLLING_WRITING: return .writing
    case PGRES_POLLING_OK: return .ready
    default: return failure
    }
  }

  private var failure: Progress {
    .failed(LibPQ.line(handle.flatMap { library.PQerrorMessage($0) }))
  }

  /// The connection, once it is ready; the attempt is over then.
  func take() throws(StoreError) -> PostgreSQLConnection {
    guard let handle else { throw .failed("the connection was given away") }
    self.handle = nil
    return PostgreSQLConnection(handle, library)
  }

  /// Connects, and waits for that up to a number of seconds.
  static func connection(
    to address: PostgreSQLAddress, patience: Double
  ) throws(StoreError) -> PostgreSQLConnection {
    let attempt = try ConnectionAttempt(to: address)
    let end = ContinuousClock.now + .seconds(patience)
    // The first step waits until something can be written.
    var progress = Progress.writing
    while true {
      switch progress {
      case .ready: return try attempt.take()
      case .failed(let reason): throw .unreachable(reason)
      case .reading, .writing:
        guard Socket.wait(attempt.socket, forWriting: progress == .writing, until: end) else {
          throw .unreachable("no answer within \(Int(patience)) seconds")
        }
        progress = attempt.advance()
      }
    }
  }
}

/// Waiting for sockets.
enum Socket {
  /// Waits until a socket can be read, or written; false where the time is over first.
  static func wait(
    _ socket: Int32, forWriting: Bool, until end: ContinuousClock.Instant
  ) -> Bool {
    while true {
      let rest = end - .now
      guard rest > .zero else { return false }
      let (seconds, attoseconds) = rest.components
      let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
      var event = pollfd(fd: socket, events: Int16(forWriting ? POLLOUT : POLLIN), revents: 0)
      let count = poll(&event, 1, CInt(clamping: milliseconds))
      if count > 0 { return true }
      if count < 0, errno != EINTR { return false }
    }
  }
}
