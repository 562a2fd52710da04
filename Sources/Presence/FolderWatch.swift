import Glibc

/// Watches the files of a folder through the kernel (inotify).
final class FolderWatch {
  /// A change in the folder.
  struct Change {
    /// The file's name; nil for the folder itself, or if there were too many changes to list.
    let name: String?
    private let mask: UInt32

    init(name: String?, mask: UInt32) {
      self.name = name
      self.mask = mask
    }

    /// Whether a file that was open for writing was closed.
    var isClosing: Bool { mask & UInt32(IN_CLOSE_WRITE) != 0 }
    /// Whether the file was removed or renamed.
    var isRemoval: Bool { mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0 }
  }

  private static let header = MemoryLayout<inotify_event>.size
  /// The number of bytes per read: some hundreds of changes.
  private static let readSize = 32 << 10
  /// The maximum number of reads in a row. It is enough for everything that the kernel keeps, and a
  /// session that never stops writing cannot make it read for ever.
  private static let readLimit = 64

  private let file: Descriptor
  private let waker: Waker
  private var watched: Int32 = -1
  private var pace = Pace()
  private let clock: () -> Int

  /// Watches an open folder; nil if the system cannot. `clock` returns the time in milliseconds.
  init?(_ folder: Descriptor, at path: String, clock: @escaping () -> Int) {
    guard let file = Descriptor(inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))),
      let waker = Waker(file)
    else { return nil }
    self.file = file
    self.waker = waker
    self.clock = clock
    guard watch(folder, at: path) else { return nil }
  }

  /// Watches another open folder instead of the previous one.
  @discardableResult
  func watch(_ folder: Descriptor, at path: String) -> Bool {
    let mask = UInt32(
      IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR)
    // The descriptor is sure to be the open folder; the path is for systems without /proc.
    var new = inotify_add_watch(file.number, "/proc/self/fd/\(folder.number)", mask)
    if new < 0 { new = inotify_add_watch(file.number, path, mask) }
    if watched >= 0, watched != new { inotify_rm_watch(file.number, watched) }
    watched = new
    return new >= 0
  }

  /// A descriptor to wait for.
  var descriptor: Int32 { waker.descriptor }

  /// Makes the descriptor readable, because changes were read that are not yet reported.
  func wake() { waker.wake() }

  /// The changes since the last read, for when the descriptor is readable. If others wake the
  /// session all the time, the descriptor is not readable again for a while.
  func wakeChanges() -> [Change] {
    waker.clear()
    let changes = changes()
    if !changes.isEmpty, pace.mustPause(after: clock()) {
      waker.rest(milliseconds: Pace.interval)
    }
    return changes
  }

  /// The changes since the last read. If there are very many, a single one that names no file:
  /// reading all files is then cheaper.
  func changes() -> [Change] {
    var buffer = [UInt8](repeating: 0, count: FolderWatch.readSize)
    var count = read(file.number, &buffer, buffer.count)
    guard count > 0 else { return [] }
    guard count > FolderWatch.readSize / 2 else {
      var changes: [Change] = []
      FolderWatch.decode(buffer[..<count], into: &changes)
      return changes
    }
    for _ in 0..<FolderWatch.readLimit where count > FolderWatch.readSize / 2 {
      count = read(file.number, &buffer, buffer.count)
    }
    return [Change(name: nil, mask: 0)]
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
