import Glibc

/// Which file it is, whatever it is called.
public struct FileIdentity: Hashable, Sendable {
  /// The device that holds it.
  private let device: UInt64
  /// Its number on the device.
  private let inode: UInt64

  /// A file of a device.
  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }

  /// The regular file at a path, symbolic links followed; nil for anything else, as a pipe can be read
  /// once by each of its names.
  public init?(at path: String) {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}
