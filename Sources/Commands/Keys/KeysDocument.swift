import Documents
import Interaction
import Workbench

/// The user's key bindings as read from a document, each with its place.
struct KeysDocument {
  /// Keys for an action in one context, or everywhere.
  struct Choice {
    let remapping: Remapping
    let place: Place
    let keyPlaces: [Place]
  }

  private let choices: [Choice]

  /// Reads a keymap, or throws everything that is wrong with it.
  static func keymap(of bytes: [UInt8]) throws(FaultList) -> Keymap {
    let document = try Reading.keys.document(try parse(bytes))
    do throws(KeymapRefusal) {
      return try Keymap(document.choices.map(\.remapping))
    } catch {
      throw document.faults(of: error)
    }
  }

  fileprivate init(_ choices: [Choice]) { self.choices = choices }

  private func faults(of refusal: KeymapRefusal) -> FaultList {
    var list = FaultList()
    for fault in refusal.faults {
      let choice = choices[fault.origin.remapping]
      let place = fault.origin.key.map { choice.keyPlaces[$0] } ?? choice.place
      list.add(Fault(place: place, message: fault.message))
    }
    return list.inOrder
  }
}

extension Reading where Value == KeysDocument {
  /// The document has its version, and a mapping for each context.
  fileprivate static var keys: Reading {
    Reading { node, _, faults in
      guard case .mapping(let entries) = node.content else {
        faults.add("key bindings must be a mapping; start with `keys: 1`", at: node.place)
        return nil
      }
      if !entries.contains(where: { $0.key == KeysWord.version }) {
        faults.add("the version is missing; add `keys: 1`", at: node.place)
      }
      return KeysDocument(
        entries.flatMap { entry -> [KeysDocument.Choice] in
          guard entry.key != KeysWord.version else {
            checkVersion(entry.value, faults)
            return []
          }
          return choices(of: entry, faults)
        })
    }
  }

  private static func checkVersion(_ node: Node, _ faults: FaultCollector) {
    if case .scalar("1", _) = node.content { return }
    faults.add("not a known version of key bindings; write `keys: 1`", at: node.place)
  }

  private static func choices(
    of entry: Node.Entry, _ faults: FaultCollector
  ) -> [KeysDocument.Choice] {
    let context = Context(rawValue: entry.key)
    if context == nil, entry.key != KeysWord.everywhere {
      let known = Context.allCases.map(\.rawValue) + [KeysWord.everywhere]
      faults.add(unknown("context", entry.key, known: known), at: entry.keyPlace)
    }
    if entry.value.isNull { return [] }
    guard case .mapping(let actions) = entry.value.content else {
      faults.add(
        "\(quoted(entry.key)) must be a mapping; write `action: key`", at: entry.value.place)
      return []
    }
    return actions.compactMap { choice(of: $0, in: context, faults) }
  }

  private static func choice(
    of entry: Node.Entry, in context: Context?, _ faults: FaultCollector
  ) -> KeysDocument.Choice? {
    let action = Action(rawValue: entry.key)
    if action == nil {
      let known = Action.allCases.map(\.rawValue)
      faults.add(unknown("action", entry.key, known: known), at: entry.keyPlace)
    }
    let nodes: [Node] =
      if case .sequence(let nodes) = entry.value.content { nodes } else { [entry.value] }
    let keys = nodes.compactMap { node in
      Reading<Key>.key.value(of: node, called: entry.key, faults: faults)
    }
    guard let action, keys.count == nodes.count else { return nil }
    return KeysDocument.Choice(
      remapping: Remapping(in: context, action, keys), place: entry.keyPlace,
      keyPlaces: nodes.map(\.place))
  }
}

extension Reading where Value == Key {
  /// A key by its name.
  fileprivate static var key: Reading {
    Reading { node, _, faults in
      guard case .scalar(let name, _) = node.content, !node.isNull else {
        faults.add("a key is missing here; write one, and quote it if it is `~`", at: node.place)
        return nil
      }
      guard let key = Key(name: name) else {
        faults.add(message(forUnknown: name), at: node.place)
        return nil
      }
      if let twin = key.twin {
        faults.add(
          "terminals send the same bytes for \(quoted(name)) as for `\(twin.name)`; "
            + "write `\(twin.name)`, or choose another key", at: node.place)
        return nil
      }
      return key
    }
  }

  private static func message(forUnknown name: String) -> String {
    let near = unknown("key", name, known: Key.knownNames)
    return near.hasSuffix("?")
      ? near : "unknown key \(quoted(name)); write a key such as `x`, `Enter`, `Ctrl-r` or `F5`"
  }
}

/// Words of the document apart from contexts and actions.
enum KeysWord {
  static let version = "keys"
  static let everywhere = "everywhere"
}
