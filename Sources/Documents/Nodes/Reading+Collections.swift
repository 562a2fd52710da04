import Text

extension Reading {
  /// A list; an empty item is a fault.
  public static func list<Element>(of item: Reading<Element>) -> Reading where Value == [Element] {
    Reading { node, name, faults in
      guard case .sequence(let nodes) = node.content else {
        faults.add(
          "\(quoted(name)) must be a list; write `[…]`, or items that start with `- `",
          at: node.place)
        return nil
      }
      var values: [Element] = []
      values.reserveCapacity(nodes.count)
      for node in nodes {
        if node.isNull {
          faults.add("this item of \(quoted(name)) is empty; write or remove it", at: node.place)
        } else if let value = item.value(of: node, called: name, faults: faults) {
          values.append(value)
        }
      }
      return values.count == nodes.count ? values : nil
    }
  }

  /// A mapping whose keys are values too, such as amounts by year; keys without a value are left
  /// out. Each key comes with its place, for further checks.
  public static func table<Key, Item>(_ key: Reading<Key>, _ item: Reading<Item>) -> Reading
  where Value == [TableRow<Key, Item>] {
    Reading { node, name, faults in
      guard case .mapping(let entries) = node.content else {
        faults.add("\(quoted(name)) must be a mapping; write `{key: value}`", at: node.place)
        return nil
      }
      var rows: [TableRow<Key, Item>] = []
      var isWhole = true
      for entry in entries {
        let keyNode = Node(place: entry.keyPlace, content: .scalar(entry.key, isPlain: true))
        let key = key.value(of: keyNode, called: name, faults: faults)
        if entry.value.isNull {
          isWhole = isWhole && key != nil
          continue
        }
        let value = item.value(of: entry.value, called: entry.key, faults: faults)
        if let key, let value {
          rows.append(TableRow(key: key, place: entry.keyPlace, value: value))
        } else {
          isWhole = false
        }
      }
      return isWhole ? rows : nil
    }
  }

  /// A mapping with keys of given names; `noun` says what it describes.
  ///
  /// The body reads the keys that it knows; all others are reported as unknown.
  public static func mapping(
    _ noun: String, _ body: @escaping (MappingReader) -> Value?
  ) -> Reading {
    Reading { node, name, faults in
      guard case .mapping(let entries) = node.content else {
        faults.add(
          "\(noun.withArticle) must be a mapping; write `key: value`, or `{key: value}`",
          at: node.place)
        return nil
      }
      let reader = MappingReader(entries, of: noun, at: node.place, faults: faults)
      let value = body(reader)
      reader.reportUnknownKeys()
      return value
    }
  }
}

/// A key of a table with its value.
public struct TableRow<Key, Value> {
  /// The key.
  public let key: Key
  /// The place of the key.
  public let place: Place
  /// Its value.
  public let value: Value
}
