import Glibc
import Stores

/// The status of a file, as far as the safety of a store depends on it.
struct FileStatus: Hashable {
  /// The identity of a file, whatever its name.
  struct Identity: Hashable {
    var device: dev_t
    var number: ino_t
  }

  /// A time stamp of a file.
  struct Time: Hashable {
    var seconds = 0
    var nanoseconds = 0
  }

  var identity = Identity(device: 0, number: 0)
  /// The kind of file, one of the values of `S_IFMT`.
  var kind = mode_t(S_IFREG)
  var permissions: mode_t = 0o600
  var owner: uid_t = 0
  var group: gid_t = 0
  /// The number of its names (hard links).
  var links = 1
  var size = 0
  /// When its content was last changed.
  var modified = Time()

  var isRegular: Bool { kind == S_IFREG }
  var isFolder: Bool { kind == S_IFDIR }
  var isLink: Bool { kind == S_IFLNK }
  /// Whether any user of the computer can write to it.
  var isOpenToAll: Bool { permissions & S_IWOTH != 0 }
  /// Whether the members of its group can write to it.
  var isShared: Bool { permissions & S_IWGRP != 0 }
  /// Whether only the owners of files in this folder can remove them.
  var isSticky: Bool { permissions & S_ISVTX != 0 }
}

extension FileStatus {
  /// The status of the file at a path, without following a symbolic link; nil if there is none, or
  /// it cannot be read.
  init?(of path: String) {
    var information = stat()
    guard lstat(path, &information) == 0 else { return nil }
    self.init(information)
  }

  /// The status of an open file.
  init(descriptor: CInt) throws(StoreError) {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw .system(errno) }
    self.init(information)
  }

  /// The status from the system's structure.
  init(_ information: stat) {
    identity = Identity(device: information.st_dev, number: information.st_ino)
    kind = information.st_mode & S_IFMT
    permissions = information.st_mode & 0o7777
    owner = information.st_uid
    group = information.st_gid
    links = Int(information.st_nlink)
    size = Int(information.st_size)
    modified = Time(
      seconds: information.st_mtim.tv_sec, nanoseconds: information.st_mtim.tv_nsec)
  }
}
