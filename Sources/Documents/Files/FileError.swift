import Glibc

/// Why a file cannot be read or written.
public enum FileError: Error, Hashable, Sendable {
  /// There is no such file, or no such folder to write it in.
  case notFound
  /// The folder in which it was to be created does not exist.
  case noFolder
  /// A folder stands there.
  case isDirectory
  /// Something stands there that is no file: a pipe, a device.
  case notRegular
  /// The system does not allow it.
  case notPermitted
  /// It has more bytes than are read.
  case tooLarge(limit: Int)
  /// It is not what it was when it was read, or is gone.
  case changedOnDisk
  /// There is a file already where a new one was to be created.
  case exists
  /// It is a symbolic link, or a link is on the way to it, where none may be followed.
  case isLink
  /// It is a symbolic link that leads nowhere, or in a circle.
  case brokenLink
  /// It is a symbolic link to a folder, where such links are not followed.
  case linkToFolder
  /// Its name is not UTF-8 text.
  case nameNotUTF8
  /// The user may not write to it, though it could be replaced.
  case protected
  /// It has comments, which would be lost.
  case hasComments
  /// What it holds is nothing that may be replaced.
  case notReplaceable
  /// Others can write to it, or it belongs to another user, where it must be the user's alone.
  case notPrivate
  /// The disk is full, or the user's share of it.
  case noSpace
  /// The file system is read-only.
  case readOnly
  /// Reading failed with an error of the system.
  case readFailed(code: Int32)
  /// Writing failed with an error of the system.
  case writeFailed(code: Int32)

  /// The error in words, for a file that the user calls `path`, with what to do about it.
  public func message(for path: String) -> String {
    let file = path == "-" ? "standard input" : quoted(path)
    return switch self {
    case .notFound: "\(file) does not exist; check the name and the folder"
    case .noFolder: "the folder of \(file) does not exist; name one that does"
    case .isDirectory: "\(file) is a folder; name a file"
    case .notRegular: "\(file) is not a regular file; name one, or `-` for standard input"
    case .notPermitted:
      "\(file) cannot be opened or replaced; check the permissions of both "
        + "the file and its folder"
    case .tooLarge(let limit): "\(file) is larger than \(limit >> 20) MiB; split it into several"
    case .changedOnDisk: "\(file) has changed on disk; read it again, or write to another file"
    case .exists: "\(file) exists already; choose another name"
    case .isLink: "\(file) is a symbolic link, or leads through one; name the file itself"
    case .brokenLink: "\(file) is a symbolic link that leads nowhere; correct or remove it"
    case .linkToFolder:
      "\(file) is a symbolic link to a folder, which is not followed; name that folder too"
    case .nameNotUTF8: "the name \(file) is not UTF-8 text, so it is not read; rename it"
    case .hasComments: "\(file) has comments, which are not kept; choose another name"
    case .protected: "\(file) is read-only; change its permissions, or choose another name"
    case .notReplaceable:
      "\(file) is not a plan document, so it is not replaced; choose another name"
    case .notPrivate: "\(file) is not yours alone; check its owner and permissions"
    case .noSpace: "there is no room left to write \(file); free some, or write elsewhere"
    case .readOnly: "\(file) is on a read-only file system; write elsewhere"
    case .readFailed(let code): "\(file) cannot be read (\(FileError.reason(code))); try again"
    case .writeFailed(let code):
      "\(file) cannot be written (\(FileError.reason(code))); try again, or write elsewhere"
    }
  }

  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  static func reading(_ code: Int32) -> FileError { common(code) ?? .readFailed(code: code) }
  static func writing(_ code: Int32) -> FileError { common(code) ?? .writeFailed(code: code) }

  private static func common(_ code: Int32) -> FileError? {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .isDirectory
    case ENXIO, ENODEV: .notRegular
    case EACCES, EPERM: .notPermitted
    case ENOSPC, EDQUOT, EFBIG: .noSpace
    case EROFS: .readOnly
    case ELOOP: .isLink
    default: nil
    }
  }
}
