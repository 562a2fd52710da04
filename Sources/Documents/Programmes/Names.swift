/// The ids that one list of a programme file gives out, with where they stand.
///
/// An id counts from the moment it is read, even where the rest of its entry is faulty, so that one
/// slip is reported once and not again at every mention.
final class Names {
  /// What the ids are for: `provider`.
  let noun: String
  /// The list's key in the file.
  let key: String
  /// The ids in order, none twice.
  private(set) var ids: [String] = []
  /// Where they stand.
  private(set) var places: [Place] = []
  private var indices: [String: Int] = [:]

  /// The ids of the list at a key.
  init(_ noun: String, in key: String) {
    self.noun = noun
    self.key = key
  }

  /// The index of an id.
  func index(of id: String) -> Int? { indices[id] }

  /// Gives an id out; false where it is given out already, which is then a fault.
  func add(_ id: String, at place: Place, faults: FaultCollector) -> Bool {
    if let first = index(of: id) {
      faults.add(
        "the \(noun) \(quoted(id)) is there already, on line \(places[first].line); "
          + "rename or remove one of the two",
        at: place)
      return false
    }
    indices[id] = ids.count
    ids.append(id)
    places.append(place)
    return true
  }

  /// What to say of an id that is not given out.
  func unknown(_ id: String) -> String {
    ids.isEmpty
      ? "unknown \(noun) \(quoted(id)); list it under \(quoted(key))"
      : Documents.unknown(noun, id, known: ids)
  }
}

extension Reading where Value == String {
  /// The id of an entry: lower-case letters, digits and hyphens, and dots where `dots` says so.
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
        : "\(quoted(text)) cannot be an id; write lower-case letters, digits and hyphens"
    }
  }

  /// An id that a list must have given out.
  static func mention(of names: Names) -> Reading {
    word.checked { text, _ in names.index(of: text) == nil ? names.unknown(text) : nil }
  }
}

extension Reading where Value: Hashable {
  /// The same reading, giving its word out as an id.
  func named(in names: Names, by id: @escaping (Value) -> String) -> Reading {
    Reading { node, name, faults in
      guard let value = self.value(of: node, called: name, faults: faults),
        names.add(id(value), at: node.place, faults: faults)
      else { return nil }
      return value
    }
  }
}

extension Reading where Value == String {
  /// The same reading, giving its text out as an id.
  func named(in names: Names) -> Reading { named(in: names) { $0 } }
}
