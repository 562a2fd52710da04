import CSQLite
import GRDB
import GRDBSQLite
import Glibc
import Procurement
package import RelationalStores
package import Stores

/// Plans in an SQLite database: one file, shared by the sessions of one or more users.
///
/// Each session has one connection. Each write is one transaction, which is on the disk when the
/// method returns. Each read sees a consistent snapshot.
package final class SQLiteStore: RelationalStore {
  /// What a store is opened for.
  package enum Mode: Hashable, Sendable {
    /// Reading and writing, or only reading if writing is not allowed.
    case readWrite
    /// Only reading.
    case readOnly
  }

  /// The version of SQLite that is part of the program.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// The author of this session's changes.
  package let author: Author
  /// Why the store cannot be changed; nil if it can.
  package let disabledReason: String?
  /// The absolute path of the database.
  package let path: String
  /// Whether the file system may be shared with other computers, where locks are unreliable.
  package let isOnNetwork: Bool
  /// Which links to documents are the user's own.
  package var documentTrust = DocumentTrust.everything
  /// A risk of the store's location, and what to do about it; nil if there is none.
  package let warning: String?

  /// The computer's account names, by which authors are shown; nil to show the names in the store.
  package var accountNames: AccountNames?

  let queue: DatabaseQueue
  let patience: Double
  /// The store's address, for a second connection.
  private(set) var address: StoreAddress
  /// The number of this session's row, if it has one.
  var session: Int?
  /// The open files; nil if no session can change them.
  private(set) var files: OpenFiles?
  /// The known content of these files.
  var content = OpenContent()
  /// How far the write-ahead log has been checkpointed.
  let log = LogGrowth()

  /// Opens a store or, with `creating`, creates one if there is none.
  ///
  /// If another session holds it, this waits for up to `patience` seconds. `fileSystem` replaces
  /// the kind of file system that the system reports.
  package init(
    path: String, author: Author, mode: Mode = .readWrite, creating: Bool = true,
    patience: Double = 2, fileSystem: Int? = nil
  ) throws(StoreError) {
    let path = try StorePath.resolve(path)
    isOnNetwork = fileSystem.map(FileSystem.isOnNetwork) ?? SQLiteStore.isOnNetwork(path)
    if creating, mode == .readWrite { try SQLiteStore.create(path, onNetwork: isOnNetwork) }
    let opening = try StoreOpening(path, isReadOnly: mode == .readOnly)
    if opening.address.hasLog, !opening.address.isReadOnly {
      try SQLiteStore.examine(path, author, patience)
    }
    self.path = path
    self.author = author
    self.patience = patience
    address = opening.address
    disabledReason = opening.disabledReason
    warning = opening.trust.warning
    queue = try Connection.open(opening.address, patience: patience)
    queue.inDatabase { log.watch($0) }
    if opening.address.isReadOnly { try checkSchema() } else { try prepare() }
    let files = try opened(opening)
    address.hasLog = files.hasLog
    self.files = files
    if disabledReason == nil { try settle() }
  }

  /// Refuses a store that cannot be opened for editing, by reading it first: SQLite creates files
  /// beside a database as soon as it can write to it.
  private static func examine(
    _ path: String, _ author: Author, _ patience: Double
  ) throws(StoreError) {
    do throws(StoreError) {
      _ = try SQLiteStore(
        path: path, author: author, mode: .readOnly, creating: false, patience: patience)
    } catch {
      switch error {
      case .noStore, .newer, .damaged: throw error
      // An older store will be migrated; other errors are reported when it is opened.
      default: return
      }
    }
  }

  /// If other programs overwrote the files, the rest of the log is not copied over them.
  deinit { try? direct { try self.verify($0) } }

  /// Creates a store unless the path is in use, or cannot be written anyway.
  private static func create(_ path: String, onNetwork: Bool) throws(StoreError) {
    do throws(StoreError) {
      try StoreFile.create(path) { draft throws(StoreError) in
        try build(at: draft, onNetwork: onNetwork)
      }
    } catch {
      if error != .readOnly { throw error }
    }
  }

  /// Whether there is a file at a path, which may be a store.
  package static func exists(at path: String) -> Bool { status(at: path) != nil }

  /// Whether the members of a group can write to the file at a path.
  package static func isShared(at path: String, with group: UInt32) -> Bool {
    status(at: path).map { $0.isShared && $0.group == group } ?? false
  }

  private static func status(at path: String) -> FileStatus? {
    (try? StorePath.resolve(path)).flatMap(FileStatus.init(of:))
  }

  static func isOnNetwork(_ path: String) -> Bool {
    FileSystem.kind(of: StoreFile.existingFolder(of: path)).map(FileSystem.isOnNetwork) ?? false
  }

  /// Creates a store that the members of a group share, in its own folder.
  ///
  /// Files in the folder inherit its group, without access for others. An existing folder must
  /// be empty.
  package static func createShared(path: String, group: UInt32) throws(StoreError) {
    let path = try StorePath.resolve(path)
    let onNetwork = isOnNetwork(path)
    try StoreFile.createShared(path, group: group) { draft throws(StoreError) in
      try build(at: draft, onNetwork: onNetwork)
    }
  }
}

// MARK: Transactions

extension SQLiteStore {
  /// Uses the connection, and turns its errors into the store's.
  ///
  /// SQLite does not keep the system's error for a failed commit (`sqlite3_system_errno`), so
  /// `errno` is read before anything else happens.
  func direct<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    let seconds = Int(patience.rounded(.up))
    do {
      return try queue.inDatabase { database in
        errno = 0
        do { return try body(database) } catch {
          throw StoreError(error, patience: seconds, systemError: errno)
        }
      }
    } catch { throw StoreError(error, patience: seconds) }
  }

  /// Reads a consistent snapshot.
  package func reading<Result>(
    _ body: (any RelationalConnection) throws -> Result
  ) throws(StoreError) -> Result {
    try readingDatabase(body)
  }

  /// The same, with SQLite's own functions.
  func readingDatabase<Result>(
    _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try consistently { () throws(StoreError) in try transaction("BEGIN", body) }
  }

  /// Reads, and reads again if a writer interfered that a read-only session could not notice: the
  /// result may then mix two states, or look damaged.
  func consistently<Result>(
    _ read: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var attempt = 0
    while true {
      let result = Swift.Result(catching: read)
      guard address.isReadOnly else { return try result.get() }
      let isConsistent = queue.inDatabase {
        calloff_may_be_inconsistent($0.sqliteConnection) == 0
      }
      // SQLite also refuses to read while a writer is creating the index of the log.
      let isEarly = if case .failure(.readOnly) = result { true } else { false }
      if isConsistent, !isEarly { return try result.get() }
      guard Connection.wait(after: attempt, patience: patience) else {
        throw .locked(seconds: Int(patience.rounded(.up)))
      }
      attempt += 1
    }
  }

  /// Reads and writes in one transaction.
  ///
  /// The files are examined before the commit, when nothing is written yet, and again after it, so
  /// that other sessions find what was written.
  package func writing<Result>(
    _ body: (any RelationalConnection) throws -> Result
  ) throws(StoreError) -> Result {
    if disabledReason != nil { throw .readOnly }
    let known = session
    do {
      let result = try transaction("BEGIN IMMEDIATE") { database in
        let result = try body(database)
        try self.verify(database)
        return result
      }
      try direct { try self.verify($0) }
      if log.isDue || !isSettled { checkpoint() }
      return result
    } catch {
      // The session's row was rolled back too.
      session = known
      throw error
    }
  }

  private func transaction<Result>(
    _ begin: String, _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try direct { database in
      try database.run(begin)
      do {
        let result = try body(database)
        try database.run("COMMIT")
        return result
      } catch {
        // The first of two errors is reported; after some errors SQLite has rolled back already.
        if sqlite3_get_autocommit(database.sqliteConnection) == 0 {
          _ = try? database.run("ROLLBACK")
        }
        // If other programs overwrote the store, that is the cause.
        try self.verify(database)
        throw error
      }
    }
  }

  /// The number of this session's row, which is created when the session first writes.
  package func session(_ database: any RelationalConnection) throws -> Int {
    if let session { return session }
    let values: [Value] = [
      .text(author.session), .number(author.user), .text(author.name), .text(author.host),
    ]
    try database.run(
      """
      INSERT INTO session(word, "user", name, host, began) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, values + [.number(Moment.now.milliseconds)])
    let number = try database.number(
      """
      SELECT id FROM session WHERE word = ? AND "user" = ? AND name = ? AND host = ?
      """, values,
      of: "a session")
    session = number
    guard let number else { throw StoreError.damaged("a session is lost") }
    return number
  }
}
