import Documents
import Themes

/// A library with themes of a user's own, in a folder `/themes`.
struct OwnThemes {
  let library: ThemeLibrary

  /// Themes by name, each without the lines that say which version and name it has.
  init(_ bodies: [String: String]) {
    self.init(
      documents: bodies.reduce(into: [:]) { documents, theme in
        documents[theme.key] = "theme: 1\nname: \(theme.key)\n\(theme.value)"
      })
  }

  init(documents: [String: String]) {
    library = ThemeLibrary(folder: "/themes", files: documents.keys.map { "\($0).yaml" }) { path in
      let document = documents.first { path == "/themes/\($0.key).yaml" }?.value
      return document.map { .success(Array($0.utf8)) } ?? .failure(.notFound)
    }
  }

  /// The faults of a theme as compilers write them, or that it has none.
  func faults(of name: String) -> [String] {
    do throws(ThemeError) {
      _ = try library.theme(named: name)
      return []
    } catch {
      guard case .faulty(let file, let list) = error else { return ["\(error)"] }
      return list.faults.map { "\(file):\($0.place): \($0.message)" }
    }
  }
}
