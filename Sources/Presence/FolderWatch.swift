import Glibc

/// What happens to the files of a folder, told by the kernel (inotify).
final class FolderWatch {
  /// Something that happened.
  struct Change {
    /// The file's name; nil where the folder itself is meant, or more happened than is told.
    let name: String?
    private let mask: UInt32

    init(name: String?, mask: UInt32) {
      self.name = name
      self.mask = mask
    }

    /// Whether a file that was open for writing was closed.
    var isClosing: Bool { mask & UInt32(IN_CLOSE_WRITE) != 0 }
    /// Whether the file was removed.
    var isRemoval: Bool { mask & UInt32(IN_DELETE) != 0 }
  }

  private static let header = MemoryLayout<inotify_event>.size
  /// How often one look reads on, so that somebody who never stops cannot keep it for ever.
  private static let readLimit = 256

  private let file: Descriptor

  /// Watches an open folder; nil where the system cannot.
  init?(_ folder: Descriptor, at path: String) {
    guard let file = Descriptor(inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))) else {
      return nil
    }
    let mask =
      UInt32(IN_MODIFY) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
      | UInt32(IN_ONLYDIR)
    // By its number it is surely the folder that is open; the path is for where there is no /proc.
    guard
      inotify_add_watch(file.number, "/proc/self/fd/\(folder.number)", mask) >= 0
        || inotify_add_watch(file.number, path, mask) >= 0
    else { return nil }
    self.file = file
  }

  /// What can be waited at.
  var descriptor: Int32 { file.number }

  /// All that happened since the last time.
  func changes() -> [Change] {
    var changes: [Change] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    for _ in 0..<FolderWatch.readLimit {
      let count = read(file.number, &buffer, buffer.count)
      guard count > 0 else { break }
      FolderWatch.decode(buffer[..<count], into: &changes)
    }
    return changes
  }

  private static func decode(_ bytes: ArraySlice<UInt8>, into changes: inout [Change]) {
    var bytes = bytes
    while bytes.count >= header {
      let event = bytes.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let rest = bytes.dropFirst(header)
      let name = rest.prefix(Int(event.len)).prefix { $0 != 0 }
      bytes = rest.dropFirst(Int(event.len))
      changes.append(
        Change(
          name: name.isEmpty ? nil : String(decoding: name, as: UTF8.self), mask: event.mask))
    }
  }
}
