/// The entries of a mapping while it is read, with unique keys.
///
/// Small mappings are searched one entry after the other; a large one gets an index, so that a
/// million keys do not take a million times a million steps.
struct EntryList {
  private(set) var entries: [Node.Entry] = []
  private var index: [String: Int] = [:]
  private static let small = 24

  /// Adds an entry; a repeated key is left out and reported.
  mutating func add(_ entry: Node.Entry, to faults: inout FaultList) {
    if let first = position(of: entry.key) {
      faults.add(
        Fault(
          place: entry.keyPlace,
          message: "the key \(quoted(entry.key)) is there already, "
            + "at \(entries[first].keyPlace); remove one of the two"))
      return
    }
    entries.append(entry)
    if !index.isEmpty {
      index[entry.key] = entries.count - 1
    } else if entries.count > EntryList.small {
      for (position, entry) in entries.enumerated() { index[entry.key] = position }
    }
  }

  private func position(of key: String) -> Int? {
    index.isEmpty ? entries.firstIndex { $0.key == key } : index[key]
  }
}
