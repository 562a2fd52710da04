import CSQLite
import GRDB
import GRDBSQLite
import Glibc
import RelationalStores
import Stores

/// The configuration of connections to SQLite.
enum Connection {
  /// Limits on databases that another user may have made, and on the cost of statements.
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

  /// The configuration of a connection.
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

  /// Opens a connection; fails if the process can open too few files.
  static func open(
    _ address: StoreAddress, patience: Double
  ) throws(StoreError) -> DatabaseQueue {
    try SpareDescriptors.require()
    calloff_prepare()
    guard calloff_register_vfs(mayUse) == SQLITE_OK else {
      throw .failed("SQLite cannot be initialised")
    }
    errno = 0
    do {
      return try DatabaseQueue(
        path: address.text, configuration: configuration(address, patience: patience))
    } catch {
      // Without a connection the system's error cannot be asked for.
      throw StoreError(error, patience: Int(patience.rounded(.up)), systemError: errno)
    }
  }

  /// Whether SQLite may use a file beside a store. The rule is the one applied before opening it.
  private static let mayUse: calloff_judge = { path, suffix, store, file in
    guard let path, let suffix, let store, let file else { return 0 }
    guard let folder = FileStatus(of: StoreFile.folder(of: String(cString: path))) else { return 0 }
    let trust = StoreTrust(
      store: FileStatus(store.load(as: stat.self)), folder: folder, user: geteuid())
    let refusal = trust.refusal(
      of: FileStatus(file.load(as: stat.self)), suffix: String(cString: suffix))
    return refusal == nil ? 1 : 0
  }

  /// Sleeps briefly while another session holds the database, until the patience is used up. Most
  /// sessions are done in less than a millisecond.
  static func wait(after tries: Int, patience: Double) -> Bool {
    guard waited(after: tries) < patience else { return false }
    usleep(UInt32(pause(after: tries) * 1_000_000))
    return true
  }

  /// The total time slept after a number of tries, in seconds.
  static func waited(after tries: Int) -> Double {
    (0..<min(tries, short.count)).reduce(0) { $0 + short[$1] }
      + Double(max(0, tries - short.count)) * long
  }

  /// Sessions that sleep long are overtaken by later ones, so sleeps stay short for a while.
  private static let short = [0.000_2, 0.000_5] + Array(repeating: 0.001, count: 200)
  private static let long = 0.01

  private static func pause(after tries: Int) -> Double {
    tries < short.count ? short[tries] : long
  }
}
