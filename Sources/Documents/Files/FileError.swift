import Glibc

/// Why a file cannot be read or written.
public enum FileError: Error, Hashable, Sendable {
  /// The file does not exist.
  case notFound
  /// The folder in which it was to be created does not exist.
  case noFolder
  /// It is a folder.
  case isDirectory
  /// It is a special file, such as a pipe or a device.
  case notRegular
  /// The system does not allow it.
  case notPermitted
  /// It is larger than the limit in bytes.
  case tooLarge(limit: Int)
  /// It has changed or disappeared since it was read.
  case changedOnDisk
  /// A file with that name exists already.
  case exists
  /// The folder for results holds something else; the name of that.
  case folderInUse(entry: String)
  /// It is a symbolic link, or its path contains one, and links must not be followed.
  case isLink
  /// It is a symbolic link to nothing, or in a circle.
  case brokenLink
  /// It is a symbolic link to a folder, and such links are not followed.
  case linkToFolder
  /// Its name is not UTF-8 text.
  case nameNotUTF8
  /// The user may not write to it, although it could be replaced.
  case protected
  /// It has comments, which would be lost.
  case hasComments
  /// Its content is of a kind that must not be replaced.
  case notReplaceable
  /// It is a plan or a store, which nothing else replaces.
  case otherContent
  /// Others can write to it, or it belongs to another user, although it must be private.
  case notPrivate
  /// The disk or the user's quota is full.
  case noSpace
  /// The file system is read-only.
  case readOnly
  /// Reading failed with a system error.
  case readFailed(code: Int32)
  /// Writing failed with a system error.
  case writeFailed(code: Int32)

  /// The message for a file that the user calls `path`: what is wrong and what to do.
  public func message(for path: String) -> String {
    let file = path == "-" ? "standard input" : quoted(path)
    return switch self {
    case .notFound: "\(file) does not exist; check the name and the folder"
    case .noFolder: "the folder of \(file) does not exist; create it, or choose another"
    case .isDirectory: "\(file) is a folder; give the name of a file"
    case .notRegular:
      "\(file) is not a regular file; give the name of one, or `-` for standard input"
    case .notPermitted:
      "\(file) cannot be opened or replaced; check the permissions of both "
        + "the file and its folder"
    case .tooLarge(let limit): "\(file) is larger than \(limit >> 20) MiB; split it into several"
    case .changedOnDisk: "\(file) has changed on disk; read it again, or write to another file"
    case .exists: "\(file) already exists; choose another name"
    case .folderInUse(let entry):
      "the folder \(file) holds \(quoted(entry)); give a new folder, or an empty one"
    case .isLink:
      "\(file) is a symbolic link, or its path contains one; give the path of the file itself"
    case .brokenLink: "\(file) is a broken symbolic link; correct or remove it"
    case .linkToFolder:
      "\(file) is a symbolic link to a folder, which is not followed; "
        + "give the path of that folder too"
    case .nameNotUTF8: "the name \(file) is not UTF-8 text, so it is not read; rename it"
    case .hasComments: "\(file) has comments, which would be lost; choose another name"
    case .protected: "\(file) is read-only; change its permissions, or choose another name"
    case .notReplaceable:
      "\(file) is not a plan document, so it is not replaced; choose another name"
    case .otherContent:
      "\(file) is a plan, a store or what the result is made of, and is not replaced; choose another "
        + "name"
    case .notPrivate: "\(file) is not private to you; check its owner and permissions"
    case .noSpace:
      "the disk is full, so \(file) cannot be written; free some space, or write elsewhere"
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
