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
    /// Whether the file was removed, or has another name now.
    var isRemoval: Bool { mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0 }
  }

  private static let header = MemoryLayout<inotify_event>.size
  /// The bytes that are read at once: some hundred changes.
  private static let readSize = 32 << 10
  /// How often one look reads on, which is enough for all that the kernel keeps, so that somebody who
  /// never stops cannot keep it for ever.
  private static let readLimit = 64

  private let file: Descriptor
  private let waker: Waker
  private var watched: Int32 = -1
  private var pace = Pace()
  private let clock: () -> Int

  /// Watches an open folder; nil where the system cannot. `clock` says the time in milliseconds.
  init?(_ folder: Descriptor, at path: String, clock: @escaping () -> Int) {
    guard let file = Descriptor(inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))),
      let waker = Waker(file)
    else { return nil }
    self.file = file
    self.waker = waker
    self.clock = clock
    guard watch(folder, at: path) else { return nil }
  }

  /// Watches another open folder, and no longer the one before.
  @discardableResult
  func watch(_ folder: Descriptor, at path: String) -> Bool {
    let mask = UInt32(
      IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR)
    // By its number it is surely the folder that is open; the path is for where there is no /proc.
    var new = inotify_add_watch(file.number, "/proc/self/fd/\(folder.number)", mask)
    if new < 0 { new = inotify_add_watch(file.number, path, mask) }
    if watched >= 0, watched != new { inotify_rm_watch(file.number, watched) }
    watched = new
    return new >= 0
  }

  /// What can be waited at.
  var descriptor: Int32 { waker.descriptor }

  /// Has the descriptor be readable, since there is something that has been read and not yet told.
  func wake() { waker.wake() }

  /// All that happened since the last time, read because the descriptor was readable. Where others
  /// wake the session all the time, the descriptor is not readable again for a while.
  func wakeChanges() -> [Change] {
    waker.clear()
    let changes = changes()
    if !changes.isEmpty, pace.takesRest(after: clock()) {
      waker.rest(milliseconds: Pace.interval)
    }
    return changes
  }

  /// All that happened since the last time. Where that is very much, only that it is much: to go
  /// through it would cost more than to look at all files.
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
