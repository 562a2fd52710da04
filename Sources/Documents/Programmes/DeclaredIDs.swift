/// The ids that one list of a programme file declares, with their places.
///
/// An id is declared as soon as it is read, even if the rest of its entry is faulty, so that a
/// mistake is reported once and not again at every mention.
final class DeclaredIDs {
  /// What the ids are for, such as `provider`.
  let noun: String
  /// The list's key in the file.
  let key: String
  /// The ids in order, each once.
  private(set) var ids: [String] = []
  /// Their places.
  private(set) var places: [Place] = []
  private var indices: [String: Int] = [:]

  /// The ids of the list with a key.
  init(_ noun: String, in key: String) {
    self.noun = noun
    self.key = key
  }

  /// The index of an id.
  func index(of id: String) -> Int? { indices[id] }

  /// Declares an id; returns false, and reports a fault, if it is declared already.
  func add(_ id: String, at place: Place, faults: FaultCollector) -> Bool {
    if let first = index(of: id) {
      faults.add(
        "the \(noun) \(quoted(id)) is listed already, on line \(places[first].line); "
          + "rename or remove one of the two",
        at: place)
      return false
    }
    indices[id] = ids.count
    ids.append(id)
    places.append(place)
    return true
  }

  /// The message for an id that is not declared.
  func unknown(_ id: String) -> String {
    ids.isEmpty
      ? "unknown \(noun) \(quoted(id)); list it under \(quoted(key))"
      : Documents.unknown(noun, id, known: ids)
  }
}

extension Reading where Value == String {
  /// The id of an entry: lower-case letters, digits and hyphens, and dots if `dots` is true.
  static func identifier(dots: Bool = false) -> Reading {
    word.checked { text, name in
      let isSound = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"): true
        case UInt8(ascii: "."): dots
        default: false
        }
      }
      return isSound
        ? nil
        : "\(quoted(text)) is not a valid id; write lower-case letters, digits and hyphens"
    }
  }

  /// An id that a list must have declared.
  static func mention(of names: DeclaredIDs) -> Reading {
    word.checked { text, _ in names.index(of: text) == nil ? names.unknown(text) : nil }
  }
}

extension Reading where Value: Hashable {
  /// The same reading, which also declares an id of its value.
  func named(in names: DeclaredIDs, by id: @escaping (Value) -> String) -> Reading {
    Reading { node, name, faults in
      guard let value = self.value(of: node, called: name, faults: faults),
        names.add(id(value), at: node.place, faults: faults)
      else { return nil }
      return value
    }
  }
}

extension Reading where Value == String {
  /// The same reading, which also declares its text as an id.
  func named(in names: DeclaredIDs) -> Reading { named(in: names) { $0 } }
}
