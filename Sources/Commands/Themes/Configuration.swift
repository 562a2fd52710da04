import Documents
import Procurement

/// What a user always wants, from the file `config.yaml`.
struct Configuration: Hashable, Sendable {
  /// The name of the theme.
  var theme: String?

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
      Configuration(theme: keys.optional("theme", theme))
    }.document(try parse(bytes))
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
