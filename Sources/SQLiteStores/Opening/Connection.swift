import CSQLite
import GRDB
import GRDBSQLite
import Glibc
import Stores

/// How SQLite is told to behave.
enum Connection {
  /// What limits a database that somebody else may have made, and what a statement may cost.
  static let limits: [(limit: CInt, value: CInt)] = [
    (SQLITE_LIMIT_LENGTH, CInt(Query.longest) + 1024),
    (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 8),
    (SQLITE_LIMIT_VARIABLE_NUMBER, CInt(Batch.most)),
    (SQLITE_LIMIT_EXPR_DEPTH, 100),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]

  /// What a connection is made with.
  static func configuration(_ address: StoreAddress, patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = address.isReadOnly
    configuration.label = "store"
    configuration.busyMode = .callback { Connection.wait(after: $0, patience: patience) }
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection else { return }
      var code = calloff_defend(connection)
      if code == SQLITE_OK { code = calloff_keep_log(connection, address.keepsLog ? 1 : 0) }
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      for (limit, value) in limits { sqlite3_limit(connection, limit, value) }
      for pragma in [
        "cell_size_check = ON", "synchronous = FULL", "mmap_size = 0", "cache_size = -16000",
        "wal_autocheckpoint = 0",
      ] {
        try database.execute(sql: "PRAGMA \(pragma)")
      }
    }
    return configuration
  }

  /// Opens a connection; fails where the process may open too few files.
  static func open(
    _ address: StoreAddress, patience: Double
  ) throws(StoreError) -> DatabaseQueue {
    try SpareDescriptors.require()
    calloff_prepare()
    guard calloff_register_vfs(mayUse) == SQLITE_OK else {
      throw .failed("SQLite cannot be set up")
    }
    errno = 0
    do {
      return try DatabaseQueue(
        path: address.text, configuration: configuration(address, patience: patience))
    } catch {
      // No connection is left that could be asked what the system said.
      throw StoreError(error, patience: Int(patience.rounded(.up)), systemError: errno)
    }
  }

  /// Whether SQLite may use a file beside a store, by the same rule as before it opened the store.
  private static let mayUse: calloff_judge = { path, suffix, store, file in
    guard let path, let suffix, let store, let file else { return 0 }
    guard let folder = FileStatus(of: StoreFile.folder(of: String(cString: path))) else { return 0 }
    let trust = StoreTrust(
      store: FileStatus(store.load(as: stat.self)), folder: folder, user: geteuid())
    let refusal = trust.refusal(
      of: FileStatus(file.load(as: stat.self)), suffix: String(cString: suffix))
    return refusal == nil ? 1 : 0
  }

  /// Sleeps a little where another holds the database, as long as patience lasts: who is at it
  /// mostly is done in less than a millisecond.
  static func wait(after tries: Int, patience: Double) -> Bool {
    guard waited(after: tries) < patience else { return false }
    usleep(UInt32(pause(after: tries) * 1_000_000))
    return true
  }

  /// How long has been slept after so many tries, in seconds.
  static func waited(after tries: Int) -> Double {
    (0..<min(tries, short.count)).reduce(0) { $0 + short[$1] }
      + Double(max(0, tries - short.count)) * long
  }

  /// Who sleeps long is passed by those who come later, so the sleeps stay short for a while.
  private static let short = [0.000_2, 0.000_5] + Array(repeating: 0.001, count: 200)
  private static let long = 0.01

  private static func pause(after tries: Int) -> Double {
    tries < short.count ? short[tries] : long
  }
}
