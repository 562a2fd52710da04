import Canvas
import Documents

extension Reading where Value == Role {
  static var role: Reading {
    let roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, $0) })
    return Reading { node, name, faults in
      let word = Reading<String>.word.checked { word, _ in
        roles[word] == nil ? unknown("role", word, known: Role.allCases.map(\.name)) : nil
      }
      return word.value(of: node, called: name, faults: faults).flatMap { roles[$0] }
    }
  }
}

extension Reading where Value == Look {
  static var look: Reading {
    .mapping("role") { keys in
      let sixteen = keys.optional("with-16-colours", .style(among: 16))
      let few = keys.optional("with-8-colours", .style(among: 8))
      let without = keys.optional("without-colours", .attributes)
      return Look(
        style: keys.style(among: 256), withSixteenColours: sixteen, withFewColours: few,
        withoutColours: without)
    }
  }
}

extension Reading where Value == Style {
  fileprivate static func style(among count: Int) -> Reading {
    .mapping("role") { keys in keys.style(among: count) }
  }
}

extension MappingReader {
  fileprivate func style(among count: Int) -> Style {
    Style(
      foreground: optional("foreground", .colour(among: count), default: .own),
      background: optional("background", .colour(among: count), default: .own),
      attributes: optional("attributes", .attributes, default: []))
  }
}

extension Reading where Value == Style.Attributes {
  fileprivate static var attributes: Reading {
    let words = ["bold", "dim", "underline", "reverse"]
    return Reading<[String]>.list(of: .word(among: words, called: "attribute")).map { chosen in
      var attributes: Style.Attributes = []
      for (index, word) in words.enumerated() where chosen.contains(word) {
        attributes.insert(Style.Attributes(rawValue: 1 << UInt32(index)))
      }
      return attributes
    }
  }
}

extension Reading where Value == Style.Colour {
  /// One of the first `count` colours, by name or number.
  fileprivate static func colour(among count: Int) -> Reading {
    let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    let names = (plain + plain.map { "bright-" + $0 }).prefix(count)
    return Reading { node, name, faults in
      guard let text = Reading<String>.word.value(of: node, called: name, faults: faults) else {
        return nil
      }
      if text == "default" { return .own }
      if let number = names.firstIndex(of: text) { return Style.Colour(number: number) }
      if let number = Int(text), (0..<count).contains(number) {
        return Style.Colour(number: number)
      }
      faults.add(
        "\(quoted(text)) is not a colour; write `default`, a name such as `red`, "
          + "or a number below \(count)",
        at: node.place)
      return nil
    }
  }
}
