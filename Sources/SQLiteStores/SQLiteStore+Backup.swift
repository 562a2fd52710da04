import GRDB
import Glibc
import RelationalStores
package import Stores

extension SQLiteStore {
  /// Copies a consistent snapshot of the store into a new file while other sessions continue.
  ///
  /// An existing file is an error and stays unchanged. The copy is a complete store in one file,
  /// which only the user can read; it appears when it is complete.
  package func backup(to path: String) throws(StoreError) {
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
      // The copy declares a write-ahead log, as the store does.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch { throw StoreError(error, patience: 0, systemError: errno) }
  }
}
