import Glibc
import Stores

/// The path of a store's own file, by whatever name somebody calls it.
///
/// SQLite puts `-wal` and `-shm` beside the name that it is given, so all sessions must give it the
/// same one: two names with a log each would lose edits. Symbolic links are followed here, but not
/// one that another user put into a folder that others may write to, such as `/tmp`. Of several hard
/// links in one folder all sessions choose the same.
enum StorePath {
  /// As many links in a row as Linux itself follows.
  private static let mostLinks = 40

  /// The absolute path without links; what does not exist yet is left as it is written.
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
    // A link to nothing is no place for a new store.
    if FileStatus(of: done) == nil, FileStatus(of: absolute)?.isLink == true { throw .noStore }
    return try chosenName(of: done)
  }

  /// Of the names that a file has in its folder, the one that all sessions use: the one with a log,
  /// else the first in order. One that has names elsewhere too is refused.
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

  /// Whether a link may be followed: it is the user's own, or of somebody who could change the
  /// folder anyway, or the folder is one that others cannot write to.
  static func isTrusted(link: FileStatus, in folder: FileStatus, _ user: uid_t) -> Bool {
    !folder.isOpenToAll || [user, 0, folder.owner].contains(link.owner)
  }

  /// The names in a path, the first one last.
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
