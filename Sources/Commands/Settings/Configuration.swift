import Documents
import Procurement
import Workbench

/// What somebody wants of the workbench, as far as they say; the file `config.yaml` says what a user
/// always wants.
struct Configuration: Hashable, Sendable {
  /// The name of the theme.
  var theme: String?
  /// Whether the mouse is listened to.
  var mouse: Bool?
  /// Whether the screen is drawn with ASCII alone.
  var ascii: Bool?
  /// Whether texts are copied to the clipboard.
  var clipboard: Bool?
  /// Whose keys move about where text is typed.
  var editing: TextMovements?

  /// Reads the file's document; a theme must be one of those that are `known`.
  ///
  /// A file where all is commented out says nothing, though it is no document.
  static func read(_ bytes: [UInt8], themes known: [String]) throws(FaultList) -> Configuration {
    let blanks = Array(" \r".utf8)
    let isSilent = bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      line.first { !blanks.contains($0) }.map { $0 == UInt8(ascii: "#") } ?? true
    }
    if isSilent { return Configuration() }
    let theme = Reading<String>.word.checked { word, _ in
      known.contains(word) ? nil : unknown("theme", word, known: known)
    }
    return try Reading.mapping("configuration") { keys in
      Configuration(
        theme: keys.optional("theme", theme), mouse: keys.optional("mouse", .onOrOff),
        ascii: keys.optional("ascii", .onOrOff), clipboard: keys.optional("clipboard", .onOrOff),
        editing: keys.optional("editing", .choice("way of editing")))
    }.document(try parse(bytes))
  }
}

extension Reading where Value == Bool {
  fileprivate static var onOrOff: Reading {
    Reading<String>.word(among: ["on", "off"], called: "setting").map { $0 == "on" }
  }
}

extension Surroundings {
  /// The user's configuration, which says nothing where there is no file.
  func configuration(themes known: [String]) throws(Failure) -> Configuration {
    guard let folder = configurationFolder else { return Configuration() }
    let path = "\(folder)/config.yaml"
    let bytes: [UInt8]
    switch read(path) {
    case .success(let contents): bytes = contents
    case .failure(.unreadable(_, .notFound)): return Configuration()
    case .failure(let failure): throw failure
    }
    do throws(FaultList) { return try Configuration.read(bytes, themes: known) } catch {
      throw .faultyConfiguration(name: path, error)
    }
  }
}
