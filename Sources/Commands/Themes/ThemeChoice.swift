import Documents
import Sessions
import Themes

extension CommandEnvironment {
  /// The themes that can be chosen here.
  var themes: ThemeLibrary {
    guard let folder = themesFolder else { return .builtIn }
    let names = (try? files.entries(folder).get())?.map(\.name) ?? []
    return ThemeLibrary(folder: folder, files: names) { path in
      files.read(path)
    }
  }

  /// Problems with the folder of the user's themes: it cannot be read, or a file in it cannot be a
  /// theme.
  var unfitThemes: [FaultyFile] {
    guard let folder = themesFolder else { return [] }
    if case .failure(let error) = files.entries(folder), error != .notFound {
      return [FaultyFile(name: folder, message: error.message(for: folder))]
    }
    return themes.unfitFiles.map { file in
      FaultyFile(
        name: "\(folder)/\(file)",
        message: "a theme's name may contain only letters, digits and hyphens; rename the file")
    }
  }

  private var themesFolder: String? { configurationFolder.map { "\($0)/themes" } }

  /// The chosen theme, or the standard one if none was chosen.
  func theme(_ choice: Setting<String>?) throws(Failure) -> Theme {
    guard let choice else { return .standard }
    do throws(ThemeError) { return try themes.theme(named: choice.value) } catch {
      throw Failure(error, isFromEnvironment: choice.origin == .environment)
    }
  }
}

extension Failure {
  /// The failure to report for a theme's error.
  init(_ error: ThemeError, isFromEnvironment: Bool = false) {
    switch error {
    case .unknown(let name, let known):
      self = .unknownTheme(name, known: known, isFromEnvironment: isFromEnvironment)
    case .faulty(let file, let list): self = .faultyTheme(name: file, list)
    case .unreadable(let file, let error): self = .session(.unreadable(name: file, error))
    }
  }
}
