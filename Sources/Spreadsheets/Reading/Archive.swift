import CMinizip

/// The parts of a zip archive in memory.
///
/// Sizes in the archive are not trusted: what is decompressed is counted, and reading stops at the
/// limits.
final class Archive {
  private let memory: ArchiveMemory
  private let file: unzFile
  private let limits: SpreadsheetLimits
  private var places: [String: unz64_file_pos] = [:]
  /// The names of all parts in lower case, with slashes and without one in front.
  private(set) var names: [String] = []
  private var decompressed = 0
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  init(_ bytes: [UInt8], _ limits: SpreadsheetLimits) throws(SpreadsheetFault) {
    memory = ArchiveMemory(bytes)
    self.limits = limits
    var functions = memory.functions
    guard let file = unzOpen2_64(nil, &functions) else { throw SpreadsheetFault(.damagedArchive) }
    self.file = file
    try list()
  }

  deinit { unzClose(file) }

  private func list() throws(SpreadsheetFault) {
    var status = unzGoToFirstFile(file)
    while status == UNZ_OK {
      guard names.count < limits.parts else {
        throw SpreadsheetFault(.exceeds(.parts, limit: limits.parts))
      }
      var info = unz_file_info64()
      var name = [CChar](repeating: 0, count: 1_024)
      var place = unz64_file_pos()
      guard
        unzGetCurrentFileInfo64(file, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
        unzGetFilePos64(file, &place) == UNZ_OK
      else { throw SpreadsheetFault(.damagedArchive) }
      let key = Archive.key(
        String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
      // Programs differ in which of two parts of the same name they read.
      guard places.updateValue(place, forKey: key) == nil else {
        throw SpreadsheetFault(.damagedArchive)
      }
      names.append(key)
      status = unzGoToNextFile(file)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw SpreadsheetFault(.damagedArchive) }
  }

  private static func key(_ name: String) -> String {
    let slashed = name.replacing("\\", with: "/").lowercased()
    return String(slashed.drop { $0 == "/" })
  }

  /// Whether it has a part.
  func has(_ name: String) -> Bool { places[Archive.key(name)] != nil }

  /// Decompresses a part piece by piece, and checks it against its checksum at the end.
  func read(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(SpreadsheetFault) -> Void
  ) throws(SpreadsheetFault) {
    guard var place = places[Archive.key(name)] else { throw SpreadsheetFault(.missingPart(name)) }
    var info = unz_file_info64()
    guard unzGoToFilePos64(file, &place) == UNZ_OK,
      unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK
    else { throw SpreadsheetFault(.damagedArchive) }
    guard info.flag & 1 == 0 else { throw SpreadsheetFault(.encrypted) }
    guard unzOpenCurrentFile(file) == UNZ_OK else { throw SpreadsheetFault(.damagedArchive) }
    let size: Int
    do throws(SpreadsheetFault) { size = try readOpen(body) } catch {
      unzCloseCurrentFile(file)
      throw error
    }
    // The checksum is only compared if the size is that of the directory.
    guard unzCloseCurrentFile(file) == UNZ_OK, UInt64(size) == info.uncompressed_size else {
      throw SpreadsheetFault(.damagedArchive)
    }
  }

  private func readOpen(
    _ body: (UnsafeRawBufferPointer) throws(SpreadsheetFault) -> Void
  ) throws(SpreadsheetFault) -> Int {
    var size = 0
    while true {
      let count = Int(unzReadCurrentFile(file, &chunk, UInt32(chunk.count)))
      guard count >= 0 else { throw SpreadsheetFault(.damagedArchive) }
      guard count > 0 else { return size }
      size += count
      decompressed += count
      guard size <= limits.partBytes else {
        throw SpreadsheetFault(.exceeds(.partBytes, limit: limits.partBytes))
      }
      guard decompressed <= limits.totalBytes else {
        throw SpreadsheetFault(.exceeds(.totalBytes, limit: limits.totalBytes))
      }
      let result = chunk.withUnsafeBytes { bytes in
        Result { () throws(SpreadsheetFault) in
          try body(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        }
      }
      try result.get()
    }
  }
}

/// Bytes that minizip reads like a file.
private final class ArchiveMemory {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> ArchiveMemory? {
    pointer.map { Unmanaged<ArchiveMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  /// What minizip calls; the memory must outlive the archive.
  var functions: zlib_filefunc64_def {
    zlib_filefunc64_def(
      zopen64_file: { memory, _, _ in memory },
      zread_file: { memory, _, buffer, size in
        guard let memory = ArchiveMemory.at(memory), let buffer else { return 0 }
        return UInt(memory.read(Int(clamping: size), to: buffer))
      },
      zwrite_file: { _, _, _, _ in 0 },
      ztell64_file: { memory, _ in UInt64(ArchiveMemory.at(memory)?.offset ?? 0) },
      zseek64_file: { memory, _, offset, origin in
        ArchiveMemory.at(memory)?.seek(Int(clamping: offset), from: origin) == true ? 0 : -1
      },
      zclose_file: { _, _ in 0 },
      zerror_file: { _, _ in 0 },
      opaque: Unmanaged.passUnretained(self).toOpaque())
  }

  private func read(_ wanted: Int, to buffer: UnsafeMutableRawPointer) -> Int {
    let count = min(wanted, bytes.count - offset)
    bytes.withUnsafeBytes { bytes in
      guard count > 0, let start = bytes.baseAddress else { return }
      buffer.copyMemory(from: start + offset, byteCount: count)
    }
    offset += count
    return count
  }

  private func seek(_ distance: Int, from origin: Int32) -> Bool {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_SET: 0
      case ZLIB_FILEFUNC_SEEK_CUR: offset
      default: bytes.count
      }
    let (place, overflows) = start.addingReportingOverflow(distance)
    guard !overflows, (0...bytes.count).contains(place) else { return false }
    offset = place
    return true
  }
}
