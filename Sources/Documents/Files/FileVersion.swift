import Glibc
import Text

/// The state of a file when it was read or written, to detect later changes.
public struct FileVersion: Hashable, Sendable {
  /// The device that holds it.
  public let device: UInt64
  /// Its number on the device.
  public let inode: UInt64
  /// Its length in bytes.
  public let size: Int
  /// When it was changed, in seconds since 1970.
  public let seconds: Int
  /// The nanoseconds to add.
  public let nanoseconds: Int
  /// A hash of its content, since clocks are too coarse to distinguish two quick changes.
  public let hash: UInt64

  init(_ status: stat, bytes: [UInt8]) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = bytes.count
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    hash = FNV.hash(bytes)
  }

  /// A version of which only the length and the hash of the content are known.
  public init(size: Int, hash: UInt64) {
    device = 0
    inode = 0
    self.size = size
    seconds = 0
    nanoseconds = 0
    self.hash = hash
  }

  /// Whether two versions have the same content.
  public func hasSameContent(as other: FileVersion) -> Bool {
    size == other.size && hash == other.hash
  }
}
