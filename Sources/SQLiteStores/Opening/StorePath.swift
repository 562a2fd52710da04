import Glibc
import Stores

/// The path of a store's own file, whatever name the user gives.
///
/// SQLite puts `-wal` and `-shm` beside the name that it is given, so all sessions must use the
/// same one: two names with a log each would lose edits. Symbolic links are followed here, except
/// those that another user put into a folder that others can write to, such as `/tmp`. Of several
/// hard links in one folder all sessions choose the same.
enum StorePath {
  /// The number of links in a row that Linux itself follows.
  private static let mostLinks = 40

  /// The absolute path without links; parts that do not exist are kept as written.
  static func resolve(_ path: String, user: uid_t = geteuid()) throws(StoreError) -> String {
    let absolute = StoreFile.absolute(path)
    var rest = components(of: absolute)
    var done = ""
    var links = 0
    while let name = rest.popLast() {
      if name == ".." {
        done = String(done[..<(done.lastIndex(of: "/") ?? done.startIndex)])
        continue
      }
      let next = "\(done)/\(name)"
      guard let status = FileStatus(of: next), status.isLink else {
        done = next
        continue
      }
      let folder = FileStatus(of: done.isEmpty ? "/" : done)
      if let folder, !isTrusted(link: status, in: folder, user) {
        throw .untrusted(StoreRefusal.plantedLink(next, owner: status.owner).words(for: path))
      }
      links += 1
      guard links <= mostLinks, let target = target(of: next) else { throw .notPermitted }
      if target.hasPrefix("/") { done = "" }
      rest += components(of: target)
    }
    if done.isEmpty { return "/" }
    // A new store is not created through a broken link.
    if FileStatus(of: done) == nil, FileStatus(of: absolute)?.isLink == true { throw .noStore }
    return try chosenName(of: done)
  }

  /// Of a file's names in its folder, the one that all sessions use: the one with a log, else the
  /// first in order. A file with names in other folders is refused.
  static func chosenName(of path: String) throws(StoreError) -> String {
    guard let file = FileStatus(of: path), file.isRegular, file.links > 1 else { return path }
    let folder = StoreFile.folder(of: path)
    let names = try StoreFile.names(in: folder).map { folder == "/" ? "/\($0)" : "\(folder)/\($0)" }
      .filter { FileStatus(of: $0)?.identity == file.identity }.sorted()
    let used = names.filter { name in
      ["-wal", "-journal"].contains { FileStatus(of: name + $0) != nil }
    }
    guard names.count == file.links, used.count <= 1, let name = used.first ?? names.first else {
      throw .untrusted(StoreRefusal.links(file.links).words(for: path))
    }
    return name
  }

  /// Whether a link may be followed: its owner is the user, or could change the folder anyway, or
  /// others cannot write to the folder.
  static func isTrusted(link: FileStatus, in folder: FileStatus, _ user: uid_t) -> Bool {
    !folder.isOpenToAll || [user, 0, folder.owner].contains(link.owner)
  }

  /// The names in a path, last one first.
  private static func components(of path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init).reversed()
  }

  private static func target(of link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(link, &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
