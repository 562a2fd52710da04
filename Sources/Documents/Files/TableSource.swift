import Glibc
import Synchronization

/// A table that is read piece by piece, so that one of any size takes little memory.
public struct TableSource: Sendable {
  /// What the user calls it; `-` is standard input.
  public let name: String
  /// How many bytes it has, where that is known.
  public let size: Int?
  /// Reads some bytes into a buffer and returns how many; 0 is the end.
  let read: @Sendable (UnsafeMutableRawBufferPointer) -> Result<Int, FileError>

  /// Opens a file, or standard input; it must be one that can be read to its end.
  public init(opening name: String) throws(FileError) {
    self.name = name
    guard name != "-" else {
      size = nil
      read = { readSome(STDIN_FILENO, into: $0) }
      return
    }
    guard !name.utf8.contains(0) else { throw .notFound }
    let opened = try Descriptor(
      opened: open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), or: FileError.reading)
    let status = try opened.status()
    try requireRegular(status)
    size = Int(status.st_size)
    let file = OpenFile(opened)
    read = { file.read(into: $0) }
  }

  /// A table that is in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    size = bytes.count
    let rest = ReadBytes(bytes)
    read = { .success(rest.read(into: $0)) }
  }
}

/// An open file that is closed when nobody has it any more.
private final class OpenFile: Sendable {
  private let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, FileError> {
    readSome(descriptor.number, into: buffer)
  }
}

/// Bytes of which those at the beginning have been read.
private final class ReadBytes: Sendable {
  private let bytes: [UInt8]
  private let position = Mutex(0)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    position.withLock { position in
      let count = min(buffer.count, bytes.count - position)
      buffer.copyBytes(from: bytes[position..<position + count])
      position += count
      return count
    }
  }
}
