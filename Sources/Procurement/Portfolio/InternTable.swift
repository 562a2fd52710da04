import Text

/// The number of a string in its `InternTable`; 0 is the empty string, which means none.
public typealias StringID = UInt32

/// Strings that are stored once each and referred to by numbers.
///
/// A portfolio repeats a few thousand strings in millions of places, so its columns store four
/// bytes for each. Canonically equal strings have the same number; numbers follow the order of
/// addition.
public struct InternTable: Sendable {
  /// The bytes of all strings, one after the other.
  private var bytes: [UInt8] = []
  /// Where each string ends in `bytes`.
  private var ends: [Int] = [0]
  /// IDs by the hashes of their strings: the upper half of a hash, then the ID; 0 is free.
  private var places = [UInt64](repeating: 0, count: 64)
  /// Each table has a random seed, so that a file cannot be made whose strings all collide.
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// A table with only the empty string.
  public init() {}

  /// The number of strings, including the empty one.
  public var count: Int { ends.count }

  /// The string of an ID.
  public subscript(id: StringID) -> String {
    let range = range(of: id)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The string of an ID; nil for the empty one.
  public func text(_ id: StringID) -> String? { id == 0 ? nil : self[id] }

  /// The ID of a string; nil if the table does not have it.
  public func find(_ text: String) -> StringID? {
    var text = text.canonical
    return text.withUTF8 { find($0) }
  }

  /// The ID of a string given as canonical UTF-8; nil if the table does not have it.
  public func find(_ text: UnsafeBufferPointer<UInt8>) -> StringID? {
    if text.isEmpty { return 0 }
    let id = StringID(truncatingIfNeeded: places[place(of: text, hash(text))])
    return id == 0 ? nil : id
  }

  /// The ID of a string, which is added if the table does not have it.
  public mutating func id(of text: String) -> StringID {
    var text = text
    return text.withUTF8 { id(of: $0) }
  }

  /// The ID of a string given as UTF-8, which is added if the table does not have it.
  public mutating func id(of text: UnsafeBufferPointer<UInt8>) -> StringID {
    if text.isEmpty { return 0 }
    let hash = hash(text)
    let place = place(of: text, hash)
    if places[place] != 0 { return StringID(truncatingIfNeeded: places[place]) }
    // Stored strings are canonical, so one that is found needs no conversion.
    if String.mayDiffer(fromCanonical: text) {
      var canonical = String(decoding: text, as: UTF8.self).canonical
      if !canonical.utf8.elementsEqual(text) { return canonical.withUTF8 { self.id(of: $0) } }
    }
    let id = StringID(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    places[place] = InternTable.entry(id, hash)
    if ends.count * 2 > places.count { grow() }
    return id
  }

  /// The bytes of a string.
  public func withBytes<Result>(
    of id: StringID, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: id)])) }
  }

  private func range(of id: StringID) -> Range<Int> {
    id == 0 ? 0..<0 : ends[Int(id) - 1]..<ends[Int(id)]
  }

  // MARK: Hashing

  private static func entry(_ id: StringID, _ hash: UInt64) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(id)
  }

  /// The place of a string, or the free place for it.
  private func place(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    places.withUnsafeBufferPointer { places in
      let mask = places.count - 1
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0 {
        if (places[place] ^ hash) >> 32 == 0,
          isText(of: StringID(truncatingIfNeeded: places[place]), text)
        {
          return place
        }
        place = (place + 1) & mask
      }
      return place
    }
  }

  private func isText(of id: StringID, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(of: id) { known in
      guard known.count == text.count else { return false }
      for index in known.indices where known[index] != text[index] { return false }
      return true
    }
  }

  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = InternTable.mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return InternTable.mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: 0, count: old.count * 4)
    for entry in old where entry != 0 {
      let hash = withBytes(of: StringID(truncatingIfNeeded: entry)) { self.hash($0) }
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = entry
    }
  }
}
