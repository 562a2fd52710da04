import GRDB
import Glibc
public import Stores

extension SQLiteStore {
  /// Copies the store into a new file while others work on: all of it as it is at one moment.
  ///
  /// What stands there already is left alone, and is an error. The copy is one file for the user
  /// alone, whole when it appears, and a store that opens by itself.
  public func backup(to path: String) throws(StoreError) {
    let path = StoreFile.absolute(path)
    let isNew = try StoreDraft(permissions: 0o600).publish(as: path) { draft throws(StoreError) in
      try copy(to: draft)
    }
    if !isNew { throw .exists }
  }

  private func copy(to address: StoreAddress) throws(StoreError) {
    let copy = try Connection.open(address, patience: 0)
    let patience = Int(patience.rounded(.up))
    try consistently { () throws(StoreError) in
      errno = 0
      do { try queue.backup(to: copy) } catch {
        throw StoreError(error, patience: patience, systemError: errno)
      }
    }
    errno = 0
    do {
      // The copy says that it has a write-ahead log, as the store does.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch { throw StoreError(error, patience: 0, systemError: errno) }
  }
}
