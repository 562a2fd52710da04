import Glibc
import Synchronization

/// A table that is read in pieces, so that a large one does not need much memory.
public struct TableSource: Sendable {
  /// Its name as the user wrote it; `-` is standard input.
  public let name: String
  /// The number of its bytes, if that is known.
  public let size: Int?
  /// Reads bytes into a buffer and returns their number; 0 is the end.
  let read: @Sendable (UnsafeMutableRawBufferPointer) -> Result<Int, FileError>

  /// Opens a file or standard input, which must be readable to its end.
  public init(opening name: String) throws(FileError) {
    self.name = name
    guard name != "-" else {
      size = nil
      read = { readSome(STDIN_FILENO, into: $0) }
      return
    }
    let opened = try openInput(name)
    let status = try opened.status()
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    let file = OpenFile(opened)
    read = { file.read(into: $0) }
  }

  /// A table in memory.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    size = bytes.count
    let rest = ReadBytes(bytes)
    read = { .success(rest.read(into: $0)) }
  }
}

extension TableSource {
  /// The same table in UTF-8; its first bytes show whether it is UTF-16.
  func inUTF8() throws(FileError) -> TableSource {
    var first = [UInt8](repeating: 0, count: UTF16Text.prefix)
    var count = 0
    while count < first.count {
      let read = try first.withUnsafeMutableBytes { buffer in
        self.read(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }.get()
      if read == 0 { break }
      count += read
    }
    let table = DecodedTable(Array(first[..<count]), self)
    return TableSource(name: name, size: size, read: table.read)
  }

  private init(
    name: String, size: Int?,
    read: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Result<Int, FileError>
  ) {
    self.name = name
    self.size = size
    self.read = read
  }
}

/// A table whose first bytes have been read, with the decoder that they call for.
private final class DecodedTable: Sendable {
  private struct State {
    /// Text that was read but not yet returned.
    var waiting: ArraySlice<UInt8>
    /// The decoder for the rest; nil if it is UTF-8.
    var decoder: UTF16Text?
    var isOver = false
  }

  private let source: TableSource
  private let state: Mutex<State>
  private static let portion = 1 << 16

  init(_ first: [UInt8], _ source: TableSource) {
    self.source = source
    var decoder = UTF16Text(beginning: first)
    let text = decoder?.utf8(of: first, isFirst: true) ?? first
    state = Mutex(State(waiting: text[...], decoder: decoder))
  }

  @Sendable func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, FileError> {
    state.withLock { state in
      if state.waiting.isEmpty, state.decoder == nil { return source.read(buffer) }
      do throws(FileError) { try fill(&state) } catch { return .failure(error) }
      let count = min(buffer.count, state.waiting.count)
      buffer.copyBytes(from: state.waiting.prefix(count))
      state.waiting = state.waiting.dropFirst(count)
      return .success(count)
    }
  }

  /// Decodes more until text is waiting or the table has ended.
  private func fill(_ state: inout State) throws(FileError) {
    while state.waiting.isEmpty, !state.isOver {
      var bytes = [UInt8](repeating: 0, count: DecodedTable.portion)
      let count = try bytes.withUnsafeMutableBytes { source.read($0) }.get()
      state.isOver = count == 0
      let text =
        count == 0
        ? state.decoder?.rest() : state.decoder?.utf8(of: bytes[..<count], isFirst: false)
      state.waiting = (text ?? [])[...]
    }
  }
}

/// An open file, which is closed when the last reference ends.
private final class OpenFile: Sendable {
  private let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, FileError> {
    readSome(descriptor.number, into: buffer)
  }
}

/// Bytes, with how many of them have been read.
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
