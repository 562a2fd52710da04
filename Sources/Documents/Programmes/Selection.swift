/// A word of a decision row with its value.
struct SelectionWord<Value> {
  /// The word.
  var word: String
  /// Its value.
  var value: Value
  /// Why the word is not allowed here; nil if it is.
  var refusal: String?
}

extension Reading {
  /// A word, a list of words, or `any` for all that are allowed here.
  static func selection<Element: Hashable>(
    of noun: String, among words: [SelectionWord<Element>]
  ) -> Reading where Value == [Element] {
    Reading { node, name, faults in
      guard case .sequence(let nodes) = node.content else {
        if case .scalar("any", _) = node.content {
          return words.filter { $0.refusal == nil }.map(\.value)
        }
        return selected(node, noun, name, words, faults).map { [$0] }
      }
      if nodes.isEmpty {
        faults.add(
          "\(quoted(name)) is an empty list; add a word, or write `any`", at: node.place)
        return nil
      }
      var values: [Element] = []
      for node in nodes {
        guard let value = selected(node, noun, name, words, faults) else { continue }
        if values.contains(value) {
          faults.add("this \(noun) is in the list already; remove it", at: node.place)
        } else {
          values.append(value)
        }
      }
      return values.count == nodes.count ? values : nil
    }
  }
}

extension MappingReader {
  /// The value of a key, or the default if it is left out; nil if it is faulty.
  func optional<Value>(_ key: String, _ reading: Reading<Value>, or value: Value) -> Value? {
    place(of: key) == nil ? optional(key, reading) ?? value : required(key, reading)
  }
}

private func selected<Element>(
  _ node: Node, _ noun: String, _ name: String, _ words: [SelectionWord<Element>],
  _ faults: FaultCollector
) -> Element? {
  guard let text = Reading<String>.text.value(of: node, called: name, faults: faults) else {
    return nil
  }
  guard let word = words.first(where: { $0.word == text }) else {
    let known = words.filter { $0.refusal == nil }.map(\.word) + ["any"]
    faults.add(unknown(noun, text, known: known), at: node.place)
    return nil
  }
  if let refusal = word.refusal {
    faults.add(refusal, at: node.place)
    return nil
  }
  return word.value
}
