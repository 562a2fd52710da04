/// Reads the values of a mapping by their keys, and remembers which keys were asked for; each key
/// is asked for once.
public final class MappingReader {
  /// Where the mapping begins.
  public let place: Place
  /// Where faults go.
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

  /// The value of a key that must be there; nil where it is not, or is faulty.
  public func required<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
    guard let entry = ask(key) else {
      faults.add("this \(noun) has no \(quoted(key)); add it", at: place)
      return nil
    }
    if entry.value.isNull {
      faults.add("\(quoted(key)) has no value; write one", at: entry.value.place)
      return nil
    }
    return reading.value(of: entry.value, called: key, faults: faults)
  }

  /// The value of a key that may be left out, or have no value; nil also where it is faulty.
  public func optional<Value>(_ key: String, _ reading: Reading<Value>) -> Value? {
    guard let entry = ask(key), !entry.value.isNull else { return nil }
    return reading.value(of: entry.value, called: key, faults: faults)
  }

  /// The value of a key, or what stands for it where it is left out; the same where it is faulty,
  /// so that the rest can be read on.
  public func optional<Value>(
    _ key: String, _ reading: Reading<Value>, default value: @autoclosure () -> Value
  ) -> Value {
    optional(key, reading) ?? value()
  }

  /// Where a key stands; nil where it is left out.
  public func place(of key: String) -> Place? {
    entries.first { $0.key == key }?.keyPlace
  }

  /// Where a key's value stands; where the mapping does if the key is left out.
  public func valuePlace(of key: String) -> Place {
    entries.first { $0.key == key }?.value.place ?? place
  }

  private func ask(_ key: String) -> Node.Entry? {
    // Most keys of a line are left out, and mostly those that are asked for last.
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
