import CSQLite
import Glibc

/// The kind of file system that a store is on, by its number in `statfs`.
enum FileSystem {
  /// File systems that other computers may have mounted as well.
  ///
  /// SQLite's write-ahead log needs memory that all sessions share, which two computers cannot do.
  /// The numbers are from statfs(2) and from the file systems' own headers.
  static let network: Set<UInt32> = [
    0x0000_6969,  // NFS
    0x0000_517B,  // SMB
    0xFF53_4D42,  // CIFS
    0xFE53_4D42,  // SMB2
    0x5346_414F,  // AFS
    0x6B41_4653,  // the kernel's AFS
    0x7375_7245,  // Coda
    0x00C3_6400,  // Ceph
    0x6573_5546,  // FUSE: sshfs and others
    0x0102_1997,  // 9P
    0x0BD0_0BD0,  // Lustre
    0x4750_4653,  // GPFS
    0x0116_1970,  // GFS2
    0x7461_636F,  // OCFS2
    0xAAD7_AAEA,  // Panasas
    0x0000_564C,  // NCP
    0x1983_0326,  // BeeGFS
    0x2030_3233,  // OrangeFS
    0x786F_4256,  // VirtualBox's shared folders
  ]

  /// Whether a file system with this number may be on another computer.
  static func isOnNetwork(_ kind: Int) -> Bool {
    network.contains(UInt32(truncatingIfNeeded: kind))
  }

  /// The kernel's own file systems. They claim to be writable, but files cannot be created there.
  private static let kernel: Set<UInt32> = [
    0x0000_9FA0,  // proc
    0x6265_6572,  // sysfs
    0x0027_E0EB,  // cgroup
    0x6367_7270,  // cgroup2
  ]

  /// Whether files cannot be created on a path's file system, whatever its permissions say.
  static func takesNoFiles(_ path: String) -> Bool {
    kind(of: path).map { kernel.contains(UInt32(truncatingIfNeeded: $0)) } ?? false
  }

  /// The number of a path's file system; nil if the system does not report it.
  static func kind(of path: String) -> Int? {
    let kind = calloff_file_system(path)
    return kind < 0 ? nil : kind
  }

  /// Whether a path's file system is mounted read-only.
  static func isReadOnly(_ path: String) -> Bool {
    var information = statvfs()
    guard statvfs(path, &information) == 0 else { return false }
    return information.f_flag & UInt(ST_RDONLY) != 0
  }
}
