/// Reads the values of a mapping by their keys, each key once, and finds keys that were never read.
public final class MappingReader {
  /// Where the mapping starts.
  public let place: Place
  /// Collects the faults.
  public let faults: FaultCollector

  let entries: [Node.Entry]
  private let noun: String
  private var known: [String] = []
  private var found = 0

  init(_ entries: [Node.Entry], of noun: String, at place: Place, faults: FaultCollector) {
    self.entries = entries
    self.noun = noun
    self.place = place
    self.faults = faults
    known.reserveCapacity(16)
  }

  /// The value of a required key; nil if it is missing or faulty.
  public func required<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
    guard let entry = ask(key) else {
      faults.add("\(quoted(key)) is missing from this \(noun); add it", at: place)
      return nil
    }
    if entry.value.isNull {
      faults.add("\(quoted(key)) is empty; add a value", at: entry.value.place)
      return nil
    }
    return reading.value(of: entry.value, called: key, faults: faults)
  }

  /// The value of an optional key; nil if it is left out, empty or faulty.
  public func optional<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
    guard let entry = ask(key), !entry.value.isNull else { return nil }
    return reading.value(of: entry.value, called: key, faults: faults)
  }

  /// The value of an optional key, or the default if it is left out or faulty, so that the rest can
  /// still be read.
  public func optional<Value>(
    _ key: String, _ reading: Reading<Value>, default value: @autoclosure () -> Value
  ) -> Value {
    optional(key, reading) ?? value()
  }

  /// The place of a key; nil if it is left out.
  public func place(of key: String) -> Place? {
    entries.first { $0.key == key }?.keyPlace
  }

  /// The place of a key's value; that of the mapping if the key is left out.
  public func valuePlace(of key: String) -> Place {
    entries.first { $0.key == key }?.value.place ?? place
  }

  private func ask(_ key: String) -> Node.Entry? {
    // Most keys of a line are left out, mostly those that are read last.
    if found == entries.count { return nil }
    known.append(key)
    let entry = entries.first { $0.key == key }
    if entry != nil { found += 1 }
    return entry
  }

  func reportUnknownKeys() {
    guard found < entries.count else { return }
    for entry in entries where !known.contains(entry.key) {
      faults.add(unknown("key", entry.key, known: known), at: entry.keyPlace)
    }
  }
}
