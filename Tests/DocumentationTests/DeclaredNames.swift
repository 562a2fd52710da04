import Foundation

/// The names of all targets, Swift files and types in the repository.
struct DeclaredNames {
  private static let keywords: Set<Substring> = ["enum", "struct", "class", "protocol"]

  /// The names.
  let all: Set<String>

  init() throws {
    var names: Set<String> = []
    for folder in ["Sources", "Tests", "Themes"] {
      let root = Pages.root.appending(path: folder)
      names.formUnion(try FileManager.default.contentsOfDirectory(atPath: root.path))
      let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      for file in files where file.hasSuffix(".swift") && !file.contains(".build/") {
        let url = root.appending(path: file)
        names.insert(url.deletingPathExtension().lastPathComponent)
        names.formUnion(DeclaredNames.types(in: try String(contentsOf: url, encoding: .utf8)))
      }
    }
    all = names
  }

  /// The types that a file declares.
  private static func types(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split { !$0.isLetter && !$0.isNumber }
      guard let place = words.firstIndex(where: keywords.contains), place + 1 < words.count
      else { return nil }
      return String(words[place + 1])
    }
  }
}
