import Glibc

/// The identity of a file, which does not depend on its name.
public struct FileIdentity: Hashable, Sendable {
  /// The device that holds it.
  private let device: UInt64
  /// Its number on the device.
  private let inode: UInt64

  /// A file on a device.
  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }

  /// The regular file at a path, following symbolic links; nil for anything else, since pipes may
  /// be read more than once.
  public init?(at path: String) {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}
