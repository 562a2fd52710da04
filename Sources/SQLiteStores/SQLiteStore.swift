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

  /// Who writes here.
  public let author: Author
  /// Why nothing can be changed, in words; nil where it can.
  public let hindrance: String?
  /// The absolute path of the database.
  public let path: String
  /// Whether the file system may be shared with other computers, where locks are not always kept.
  public let isOnNetwork: Bool

  /// The computer's names of user ids, which authors are shown by; nil where authors are shown by
  /// what the store says.
  public var accountNames: AccountNames?

  let queue: DatabaseQueue
  private let patience: Double
  /// The number of this session's row, once it has one.
  var session: Int?

  /// Opens a store, or, with `creating`, makes one where there is nothing.
  ///
  /// Where another program holds it, it is waited for `patience` seconds. The kind of file system is
  /// asked of the system unless it is given.
  public init(
    path: String, author: Author, mode: Mode = .readWrite, creating: Bool = true,
    patience: Double = 2, fileSystem: Int? = nil
  ) throws(StoreError) {
    let path = StoreFile.absolute(path)
    if creating, mode == .readWrite { _ = try SQLiteStore.create(path) }
    let look = try StoreFile.look(path)
    let isReadOnly = mode == .readOnly || !look.isWritable
    let kind = fileSystem ?? FileSystem.kind(of: path)
    self.path = path
    self.author = author
    self.patience = patience
    isOnNetwork = kind.map(FileSystem.isOnNetwork) ?? false
    hindrance = SQLiteStore.hindrance(mode: mode, look, path)
    do {
      queue = try DatabaseQueue(
        path: SQLiteStore.address(of: path, readOnly: isReadOnly),
        configuration: Connection.configuration(readOnly: isReadOnly, patience: patience))
    } catch { throw StoreError(error, patience: Int(patience.rounded(.up))) }
    if isReadOnly { try checkSchema() } else { try prepare() }
  }

  /// Makes the file of a store unless something stands there, or nothing can be made there anyway.
  private static func create(_ path: String) throws(StoreError) -> Bool {
    do { return try StoreFile.create(path) } catch .readOnly { return false }
  }

  private static func hindrance(mode: Mode, _ look: StoreFile.Look, _ path: String) -> String? {
    if mode == .readOnly { return "the store was opened for reading alone" }
    if look.isWritable { return nil }
    return FileSystem.isReadOnly(path)
      ? "the store lies on a file system for reading alone"
      : "you may only read the store's file"
  }

  /// The path, or an address that says that nobody can change the file.
  private static func address(of path: String, readOnly: Bool) -> String {
    guard readOnly, FileSystem.isReadOnly(path), !StoreFile.hasLog(path) else { return path }
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.".utf8)
    let escaped = path.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte)) : "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
    }
    return "file:\(escaped.joined())?immutable=1"
  }

  /// Makes a store that the members of a group share, in a folder of its own.
  ///
  /// The folder hands its group on to what is made in it, and nobody else can look inside. One that
  /// exists must be empty.
  public static func createShared(path: String, group: UInt32) throws(StoreError) {
    try StoreFile.createShared(StoreFile.absolute(path), group: group)
  }
}

// MARK: Transactions

extension SQLiteStore {
  /// Does something with the connection, its errors turned into the store's.
  func direct<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.inDatabase { database in
        do { return try body(database) } catch {
          throw StoreError(
            error, patience: Int(patience.rounded(.up)),
            systemError: sqlite3_system_errno(database.sqliteConnection))
        }
      }
    } catch { throw StoreError(error, patience: Int(patience.rounded(.up))) }
  }

  /// Reads what is so at one moment.
  func reading<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try transaction("BEGIN", body)
  }

  /// Changes what is read before as one, or not at all.
  func writing<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    if hindrance != nil { throw .readOnly }
    let known = session
    do { return try transaction("BEGIN IMMEDIATE", body) } catch {
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
