import Canvas
import Documents

/// A theme as its document has it: what it sets itself, and whose it takes over for the rest.
struct ThemeDocument {
  /// Another theme that a theme builds on.
  struct Parent {
    /// Its name.
    let name: String
    /// Where it is named.
    let place: Place
  }

  /// The theme that it builds on.
  let parent: Parent?
  /// The roles that it sets.
  let looks: [Role: Look]

  /// Reads the document of a theme, or says everything that is wrong with it.
  ///
  /// The theme must bear its file's name, which is not a built-in theme's if it is the user's own,
  /// and can build on those of a library.
  init(
    _ bytes: [UInt8], named name: String, isOwn: Bool, among themes: ThemeLibrary
  ) throws(FaultList) {
    let taken = isOwn ? ThemeLibrary.builtInNames : []
    self = try Reading.theme(named: name, taken: taken, among: themes)
      .document(try parse(bytes))
  }

  fileprivate init(parent: Parent?, looks: [Role: Look]) {
    self.parent = parent
    self.looks = looks
  }
}

extension Reading where Value == ThemeDocument {
  fileprivate static func theme(
    named name: String, taken: [String], among themes: ThemeLibrary
  ) -> Reading {
    .mapping("theme") { keys in
      let version = keys.required("theme", .word(among: ["1"], called: "theme version"))
      let own = keys.required("name", .name(of: name, taken: taken))
      let parent = keys.optional("inherits", .parent(among: themes))
      let roles = keys.required("roles", .table(.role, .look))
      guard version != nil, own != nil, let roles else { return nil }
      return ThemeDocument(
        parent: parent, looks: Dictionary(uniqueKeysWithValues: roles.map { ($0.key, $0.value) }))
    }
  }
}

extension Reading where Value == String {
  fileprivate static func name(of file: String, taken: [String]) -> Reading {
    Reading.word.checked { name, _ in
      if name != file {
        return "\(quoted(name)) is not what the file is called; write \(quoted(file)), "
          + "or rename the file"
      }
      return taken.contains(name)
        ? "\(quoted(name)) is the name of a built-in theme; choose another, for the file too" : nil
    }
  }
}

extension Reading where Value == ThemeDocument.Parent {
  fileprivate static func parent(among themes: ThemeLibrary) -> Reading {
    Reading { node, name, faults in
      let word = Reading<String>.word.checked { word, _ in
        themes.has(word) ? nil : unknown("theme", word, known: themes.names)
      }
      return word.value(of: node, called: name, faults: faults).map {
        ThemeDocument.Parent(name: $0, place: node.place)
      }
    }
  }
}
