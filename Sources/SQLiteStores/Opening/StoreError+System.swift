import GRDB
import Glibc
import Stores

extension StoreError {
  /// The store's error for a failed system call.
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

  /// A shared store needs an empty folder.
  static let notEmpty = StoreError.failed("its folder is not empty")

  /// The store's error for an error of SQLite, or of reading its rows.
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
      self = StoreError.specific(systemError) ?? .notPermitted
    case .SQLITE_CORRUPT: self = .damaged(error.message ?? "SQLite cannot read it")
    case .SQLITE_NOTADB: self = .noStore
    case .SQLITE_IOERR:
      self = StoreError.specific(systemError) ?? .failed(StoreError.text(of: error))
    case .SQLITE_CONSTRAINT: self = error.message == "the plan is frozen" ? .frozen : .unfit
    case .SQLITE_TOOBIG: self = .failed("a text is too long")
    default: self = .failed(StoreError.text(of: error))
    }
  }

  /// The error for a system error number that says more than SQLite's code; nil for others.
  private static func specific(_ number: CInt) -> StoreError? {
    let error = StoreError.system(number)
    return [.noSpace, .noDescriptors, .replaced].contains(error) ? error : nil
  }

  private static func text(of error: DatabaseError) -> String {
    "\(error.message ?? "SQLite") (\(error.extendedResultCode.rawValue))"
  }
}
