import CMinizip

/// Writes a zip archive from start to end: sizes and checksums follow each part, so that nothing
/// needs to be changed afterwards.
struct ZipWriter<Failure: Error> {
  /// A part that was written, as the directory lists it.
  private struct Entry {
    var name: [UInt8]
    var offset: Int
    var checksum: UInt32 = 0
    var size = 0
    var compressedSize = 0
  }

  private let write: ([UInt8]) throws(Failure) -> Void
  private var entries: [Entry] = []
  private var waiting: [UInt8] = []
  private var offset = 0

  /// Bytes are passed on in pieces of about this size.
  private static var pieceSize: Int { 1 << 16 }

  init(_ write: @escaping ([UInt8]) throws(Failure) -> Void) { self.write = write }

  /// Starts a part.
  mutating func begin(_ name: String) throws(Failure) {
    let entry = Entry(name: Array(name.utf8), offset: offset)
    entries.append(entry)
    try put(Fields(0x0403_4B50).header(0, 0, 0, nameLength: entry.name.count) + entry.name)
  }

  /// Adds a piece to the part.
  mutating func add(_ piece: CompressedPiece) throws(Failure) {
    let place = entries.count - 1
    let checksum = UInt(entries[place].checksum)
    entries[place].checksum = UInt32(
      crc32_combine(checksum, UInt(piece.checksum), piece.size))
    entries[place].size += piece.size
    entries[place].compressedSize += piece.bytes.count
    try put(piece.bytes)
  }

  /// Ends the part.
  mutating func end() throws(Failure) {
    let place = entries.count - 1
    entries[place].compressedSize += CompressedPiece.ending.count
    let entry = entries[place]
    try put(
      CompressedPiece.ending
        + Fields(0x0807_4B50).long(Int(entry.checksum)).long(entry.compressedSize)
        .long(entry.size).bytes)
  }

  /// Writes a part whole.
  mutating func add(_ name: String, _ text: String) throws(Failure) {
    try begin(name)
    try add(CompressedPiece(Array(text.utf8)))
    try end()
  }

  /// Writes the directory, which ends the archive.
  mutating func finish() throws(Failure) {
    let start = offset
    for entry in entries {
      try put(
        Fields(0x0201_4B50).short(20)
          .header(
            Int(entry.checksum), entry.compressedSize, entry.size, nameLength: entry.name.count,
            ending: Fields().short(0).short(0).short(0).long(0).long(entry.offset)) + entry.name)
    }
    let size = offset - start
    try put(
      Fields(0x0605_4B50).short(0).short(0).short(entries.count).short(entries.count).long(size)
        .long(start).short(0).bytes)
    try write(waiting)
    waiting = []
  }

  private mutating func put(_ bytes: [UInt8]) throws(Failure) {
    offset += bytes.count
    waiting += bytes
    guard waiting.count >= ZipWriter.pieceSize else { return }
    try write(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}

/// Numbers as zip archives have them, the lowest byte first.
private struct Fields {
  private(set) var bytes: [UInt8] = []

  init() {}

  init(_ signature: Int) { self = Fields().long(signature) }

  func short(_ number: Int) -> Fields { adding(number, 2) }

  func long(_ number: Int) -> Fields { adding(number, 4) }

  private func adding(_ number: Int, _ count: Int) -> Fields {
    var fields = self
    for place in 0..<count {
      fields.bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place)))
    }
    return fields
  }

  /// What describes a part both before it and in the directory. The name is UTF-8, sizes follow the
  /// part, and the time is the earliest, so that equal content gives equal bytes.
  func header(
    _ checksum: Int, _ compressedSize: Int, _ size: Int, nameLength: Int, ending: Fields = Fields()
  ) -> [UInt8] {
    let fields = short(20).short(0x0808).short(8).short(0).short(0x21)
    return fields.long(checksum).long(compressedSize).long(size).short(nameLength).short(0).bytes
      + ending.bytes
  }
}
