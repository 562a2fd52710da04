import Documents
import Sessions
import Procurement
import Workbench

/// Settings of the workbench from one source, such as the file `config.yaml`; nil where it has
/// none.
struct Configuration: Hashable, Sendable {
  /// The name of the theme.
  var theme: String?
  /// Whether the mouse is used.
  var mouse: Bool?
  /// Whether the screen is drawn in ASCII alone.
  var ascii: Bool?
  /// Whether texts are copied to the clipboard.
  var clipboard: Bool?
  /// How keys move in text fields.
  var editing: TextMovements?
  /// How the focused row of a list is shown.
  var row: FocusedRow?

  /// Reads the file's document; a theme must be one of those that are `known`.
  ///
  /// A file in which every line is a comment sets nothing, though it is not a document.
  static func read(_ bytes: [UInt8], themes known: [String]) throws(FaultList) -> Configuration {
    let blanks = Array(" \r".utf8)
    let isBlank = bytes.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      line.first { !blanks.contains($0) }.map { $0 == UInt8(ascii: "#") } ?? true
    }
    if isBlank { return Configuration() }
    let theme = Reading<String>.word.checked { word, _ in
      known.contains(word) ? nil : unknown("theme", word, known: known)
    }
    return try Reading.mapping("configuration") { keys in
      Configuration(
        theme: keys.optional("theme", theme), mouse: keys.optional("mouse", .onOrOff),
        ascii: keys.optional("ascii", .onOrOff), clipboard: keys.optional("clipboard", .onOrOff),
        editing: keys.optional("editing", .choice("way of editing")),
        row: keys.optional("row", .choice("way of showing the focused row")))
    }.document(try parse(bytes))
  }
}

extension Reading where Value == Bool {
  fileprivate static var onOrOff: Reading {
    Reading<String>.word(among: ["on", "off"], called: "setting").map { $0 == "on" }
  }
}

extension CommandEnvironment {
  /// The user's configuration, which is empty without a file.
  func configuration(themes known: [String]) throws(Failure) -> Configuration {
    guard let folder = configurationFolder else { return Configuration() }
    let path = "\(folder)/config.yaml"
    let bytes: [UInt8]
    do throws(Failure) { bytes = try read(path).get() } catch {
      if case .session(.unreadable(_, .notFound)) = error { return Configuration() }
      throw error
    }
    do throws(FaultList) { return try Configuration.read(bytes, themes: known) } catch {
      throw .faultyConfiguration(name: path, error)
    }
  }
}
