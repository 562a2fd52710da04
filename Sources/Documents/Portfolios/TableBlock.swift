/// A piece of a table, which has complete rows.
struct TableBlock: Sendable {
  /// Its place among the pieces.
  let number: Int
  /// Its bytes; the first piece starts with the header.
  let bytes: [UInt8]
}

/// Where the rows of a piece start, and the separator of their cells.
struct TableStart {
  let separator: CellSeparator
  /// The byte where the next row starts.
  let position: Int
  /// The number of line breaks before it.
  let breaks: Int
}

/// Cuts a table into pieces of complete rows, one after the other.
///
/// It stores only the current piece and the start of an incomplete row.
struct TableBlocks {
  /// The largest number of bytes of a row.
  static let longestRow = 64 << 20

  private let source: TableSource
  private let limits: CSVLimits
  private var rest: [UInt8] = []
  private var next = 0
  private var isOver = false
  /// The separator of cells, once the first piece has been read.
  private(set) var separator: CellSeparator?
  /// The number of bytes read.
  private(set) var bytesRead = 0

  init(_ source: TableSource, limits: CSVLimits) throws(PortfolioError) {
    do throws(FileError) { self.source = try source.inUTF8() } catch {
      throw .file(name: source.name, error)
    }
    self.limits = limits
  }

  /// The next piece; nil at the end.
  mutating func block() throws(PortfolioError) -> TableBlock? {
    var bytes = rest
    rest = []
    while !isOver {
      do throws(FileError) { bytes = try filled(bytes) } catch {
        throw .file(name: source.name, error)
      }
      if separator == nil { separator = try separator(of: bytes) }
      if isOver { break }
      if let separator, let end = bytes.withUnsafeBufferPointer(RowCutter(separator).end) {
        rest = Array(bytes[end...])
        bytes.removeLast(bytes.count - end)
        break
      }
      guard bytes.count < TableBlocks.longestRow else {
        throw .file(name: source.name, .tooLarge(limit: TableBlocks.longestRow))
      }
    }
    if bytes.isEmpty { return nil }
    defer { next += 1 }
    return TableBlock(number: next, bytes: bytes)
  }

  private func separator(of bytes: [UInt8]) throws(PortfolioError) -> CellSeparator? {
    do throws(FaultList) {
      return try bytes.withUnsafeBufferPointer { text throws(FaultList) in
        try CellSeparator(of: text, beginningWith: .header, isWhole: isOver)
      }
    } catch {
      throw .table(name: source.name, error)
    }
  }

  /// Some bytes, filled up to the size of a piece, or to twice their number.
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
