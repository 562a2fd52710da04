import CSQLite
import GRDB
import GRDBSQLite
import Glibc
import Procurement
public import Stores

/// Plans in a database of SQLite: one file, which sessions of one or of many users share.
///
/// Each session has one connection. Whatever it writes is one transaction, which is on the disk when
/// the method returns; whatever it reads is of one moment.
public final class SQLiteStore: PlanStore {
  /// What a store is opened for.
  public enum Mode: Hashable, Sendable {
    /// Reading and changing, or reading alone where no more is allowed.
    case readWrite
    /// Reading alone.
    case readOnly
  }

  /// The version of SQLite that is part of the program.
  public static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// Who writes here.
  public let author: Author
  /// Why nothing can be changed, in words; nil where it can.
  public let disabledReason: String?
  /// The absolute path of the database.
  public let path: String
  /// Whether the file system may be shared with other computers, where locks are not always kept.
  public let isOnNetwork: Bool
  /// Which documents of plans are the user's own.
  public var documentTrust = DocumentTrust.everything
  /// What is not safe about where the store is, and what to do, in words; nil where all is well.
  public let warning: String?

  /// The computer's names of user ids, which authors are shown by; nil where authors are shown by
  /// what the store says.
  public var accountNames: AccountNames?

  let queue: DatabaseQueue
  let patience: Double
  /// How the store is reached, for a second connection to it.
  private(set) var address: StoreAddress
  /// The number of this session's row, once it has one.
  var session: Int?
  /// The files that are open; nil where nobody can change them.
  private(set) var files: OpenFiles?
  /// What these files hold.
  var content = OpenContent()
  /// How far the write-ahead log has been checkpointed.
  let log = LogGrowth()

  /// Opens a store, or, with `creating`, makes one where there is nothing.
  ///
  /// Where another program holds it, it is waited for `patience` seconds. The kind of file system is
  /// asked of the system unless it is given.
  public init(
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

  /// Refuses what cannot be opened for editing, by reading it: SQLite makes files beside a database as
  /// soon as it may write to it.
  private static func examine(
    _ path: String, _ author: Author, _ patience: Double
  ) throws(StoreError) {
    do throws(StoreError) {
      _ = try SQLiteStore(
        path: path, author: author, mode: .readOnly, creating: false, patience: patience)
    } catch {
      switch error {
      case .noStore, .newer, .damaged: throw error
      // An older store is to be migrated; whatever else is wrong shows when it is opened.
      default: return
      }
    }
  }

  /// What others have written over is not written over again by what is left in the log.
  deinit { try? direct { try self.verify($0) } }

  /// Makes a store unless something is there, or nothing can be made there anyway.
  private static func create(_ path: String, onNetwork: Bool) throws(StoreError) {
    do throws(StoreError) {
      try StoreFile.create(path) { draft throws(StoreError) in
        try build(at: draft, onNetwork: onNetwork)
      }
    } catch {
      if error != .readOnly { throw error }
    }
  }

  static func isOnNetwork(_ path: String) -> Bool {
    FileSystem.kind(of: StoreFile.existingFolder(of: path)).map(FileSystem.isOnNetwork) ?? false
  }

  /// Makes a store that the members of a group share, in a folder of its own.
  ///
  /// The folder hands its group on to what is made in it, and nobody else can look inside. One that
  /// exists must be empty.
  public static func createShared(path: String, group: UInt32) throws(StoreError) {
    let path = try StorePath.resolve(path)
    let onNetwork = isOnNetwork(path)
    try StoreFile.createShared(path, group: group) { draft throws(StoreError) in
      try build(at: draft, onNetwork: onNetwork)
    }
  }
}

// MARK: Transactions

extension SQLiteStore {
  /// Does something with the connection, its errors turned into the store's.
  ///
  /// SQLite does not keep what the system said of a commit that failed (`sqlite3_system_errno`), so
  /// `errno` is looked at before anything else is done.
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

  /// Reads what is so at one moment.
  func reading<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try consistently { () throws(StoreError) in try transaction("BEGIN", body) }
  }

  /// Reads, and reads again where a writer came meanwhile of whom a session that may only read could
  /// not know: what was read may then be of two states, or look damaged.
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
      // SQLite also refuses to read while a writer is making the index of the log.
      let isEarly = if case .failure(.readOnly) = result { true } else { false }
      if isConsistent, !isEarly { return try result.get() }
      guard Connection.wait(after: attempt, patience: patience) else {
        throw .locked(seconds: Int(patience.rounded(.up)))
      }
      attempt += 1
    }
  }

  /// Changes what is read before as one, or not at all.
  ///
  /// What is written is where others find it: the files are examined before it is committed, when
  /// nothing has happened yet, and again after that.
  func writing<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
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
      // The session's row went with what else was taken back.
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
        // Of two errors the first is told; SQLite takes all back by itself after some.
        if sqlite3_get_autocommit(database.sqliteConnection) == 0 {
          _ = try? database.run("ROLLBACK")
        }
        // Where others have written over the store, that is why.
        try self.verify(database)
        throw error
      }
    }
  }

  /// The number of this session's row, which is made when the session first writes.
  func session(_ database: Database) throws -> Int {
    if let session { return session }
    let values: [Value] = [
      .text(author.session), .number(author.user), .text(author.name), .text(author.host),
    ]
    try database.run(
      """
      INSERT INTO session(word, user, name, host, began) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, values + [.number(Moment.now.milliseconds)])
    let number = try database.number(
      "SELECT id FROM session WHERE word = ? AND user = ? AND name = ? AND host = ?", values,
      of: "a session")
    session = number
    guard let number else { throw StoreError.damaged("a session is lost") }
    return number
  }
}
