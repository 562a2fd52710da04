import GRDB
import Glibc
import Stores

extension StoreError {
  /// What a failed call of the system means for a store.
  static func system(_ number: CInt) -> StoreError {
    switch number {
    case ENOENT: .notFound
    case EACCES, EPERM, ELOOP, ENOTDIR: .notPermitted
    case EROFS: .readOnly
    case ENOSPC, EDQUOT, EFBIG: .noSpace
    case EMFILE, ENFILE: .noDescriptors
    case ESTALE: .replaced
    default: .failed(String(cString: strerror(number)))
    }
  }

  /// A shared store cannot be made where other things are.
  static let notEmpty = StoreError.failed("its folder is not empty")

  /// What an error of SQLite, or of who reads its rows, means for a store.
  init(_ error: any Error, patience: Int, systemError: CInt = 0) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .failed("\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_FULL: self = .noSpace
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked(seconds: patience)
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = StoreError.telling(systemError) ?? .notPermitted
    case .SQLITE_CORRUPT: self = .damaged(error.message ?? "SQLite cannot read it")
    case .SQLITE_NOTADB: self = .noStore
    case .SQLITE_IOERR:
      self = StoreError.telling(systemError) ?? .failed(StoreError.text(of: error))
    case .SQLITE_CONSTRAINT: self = error.message == "the plan is frozen" ? .frozen : .unfit
    case .SQLITE_TOOBIG: self = .failed("a text is too long")
    default: self = .failed(StoreError.text(of: error))
    }
  }

  /// What the system's number tells beyond SQLite's own code; nil where that says as much.
  private static func telling(_ number: CInt) -> StoreError? {
    let error = StoreError.system(number)
    return [.noSpace, .noDescriptors, .replaced].contains(error) ? error : nil
  }

  private static func text(of error: DatabaseError) -> String {
    "\(error.message ?? "SQLite") (\(error.extendedResultCode.rawValue))"
  }
}
