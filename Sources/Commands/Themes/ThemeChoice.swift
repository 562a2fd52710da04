import Documents
import Themes

extension Surroundings {
  /// The themes that can be chosen here.
  var themes: ThemeLibrary {
    guard let folder = configurationFolder.map({ "\($0)/themes" }) else { return .builtIn }
    return ThemeLibrary(folder: folder, files: files(folder)) { path in
      read(path).mapError { failure in
        if case .unreadable(_, let error) = failure { error } else { .notFound }
      }
    }
  }

  /// The theme that was chosen, or the first one there is where nobody chose.
  func theme(_ choice: Setting<String>?) throws(Failure) -> Theme {
    guard let choice else { return .standard }
    do throws(ThemeError) { return try themes.theme(named: choice.value) } catch {
      throw Failure(error, isFromEnvironment: choice.origin == .environment)
    }
  }
}

extension Failure {
  /// The failure that a theme's error amounts to.
  init(_ error: ThemeError, isFromEnvironment: Bool = false) {
    switch error {
    case .unknown(let name, let known):
      self = .unknownTheme(name, known: known, isFromEnvironment: isFromEnvironment)
    case .faulty(let file, let list): self = .faultyTheme(name: file, list)
    case .unreadable(let file, let error): self = .unreadable(name: file, error)
    }
  }
}
