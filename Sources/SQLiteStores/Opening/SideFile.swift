import Glibc
import Stores

/// The files beside a store that SQLite reads as part of it.
enum SideFile {
  /// The suffixes of their names.
  static let suffixes = ["-journal", "-wal", "-shm"]

  /// Refuses a store if a file beside it is one that SQLite must not read.
  static func examine(beside path: String, _ trust: StoreTrust) throws(StoreError) {
    for suffix in suffixes {
      guard let status = FileStatus(of: path + suffix) else { continue }
      if let refusal = trust.refusal(of: status, suffix: suffix) {
        throw .untrusted(refusal.words(for: path))
      }
      if suffix == "-journal", namesSuperJournal(path + suffix) {
        throw .untrusted(StoreRefusal.superJournal(suffix: suffix).words(for: path))
      }
    }
  }

  /// Refuses to create a store beside the log of an earlier one, because SQLite would read it as
  /// the new store's. An empty log is removed, unless `removingEmpty` is false.
  static func refuseLeftovers(
    beside path: String, removingEmpty: Bool = true
  ) throws(StoreError) {
    for suffix in suffixes where suffix != "-shm" {
      guard let status = FileStatus(of: path + suffix) else { continue }
      let isEmpty = status.isRegular && status.size == 0
      if isEmpty, !removingEmpty || unlink(path + suffix) == 0 { continue }
      throw .untrusted(StoreRefusal.leftover(suffix: suffix).words(for: path))
    }
  }

  /// Whether a rollback journal ends with the name of another file.
  private static func namesSuperJournal(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var end = [UInt8](repeating: 0, count: 16)
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= end.count,
      pread(descriptor, &end, end.count, size - off_t(end.count)) == end.count
    else { return false }
    return namesSuperJournal(end: end)
  }

  /// Whether the last sixteen bytes of a rollback journal end a name: its length, its checksum, and
  /// the eight bytes with which each journal starts.
  static func namesSuperJournal(end: [UInt8]) -> Bool {
    let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    return end.count == 16 && end.suffix(magic.count) == magic[...]
      && end.prefix(4).contains { $0 != 0 }
  }
}
