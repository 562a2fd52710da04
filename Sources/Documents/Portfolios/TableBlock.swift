/// A piece of a table: some whole rows.
struct TableBlock: Sendable {
  /// Its place among the pieces.
  let number: Int
  /// Its bytes.
  let bytes: [UInt8]
  /// Where its rows begin; before that stands a byte-order mark, or a header that has been read.
  var start = 0
}

/// Cuts a table into pieces of whole rows, and gives them out one after the other.
///
/// It holds no more than the piece at hand, and what is left of a row that goes on.
struct TableBlocks {
  /// The most bytes of a row.
  static let longestRow = 64 << 20

  private let source: TableSource
  private let limits: CSVLimits
  private var rest: [UInt8] = []
  private var next = 0
  private var isOver = false
  /// How many bytes were read.
  private(set) var bytesRead = 0

  init(_ source: TableSource, limits: CSVLimits) {
    self.source = source
    self.limits = limits
  }

  /// The next piece; nil at the end.
  mutating func block() throws(FileError) -> TableBlock? {
    var bytes = rest
    rest = []
    while !isOver {
      bytes = try filled(bytes)
      if isOver { break }
      if let end = bytes.withUnsafeBufferPointer(RowCutter.end) {
        rest = Array(bytes[end...])
        bytes.removeLast(bytes.count - end)
        break
      }
      guard bytes.count < TableBlocks.longestRow else {
        throw .tooLarge(limit: TableBlocks.longestRow)
      }
    }
    if bytes.isEmpty { return nil }
    defer { next += 1 }
    return TableBlock(number: next, bytes: bytes)
  }

  /// Some bytes with as many more as make them a piece, or twice as many.
  private mutating func filled(_ known: [UInt8]) throws(FileError) -> [UInt8] {
    let wanted = max(limits.piece, known.count * 2)
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = buffer.update(fromContentsOf: known)
      while count < wanted {
        let room = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        do throws(FileError) {
          let read = try source.read(room).get()
          if read == 0 { isOver = true }
          count += read
        } catch {
          failure = error
        }
        if isOver || failure != nil { return }
      }
    }
    if let failure { throw failure }
    bytesRead += bytes.count - known.count
    guard bytesRead <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    return bytes
  }
}
