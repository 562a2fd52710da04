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

  /// The theme that is chosen: on the command line, else in the environment, else in the
  /// configuration, else the first one there is.
  func theme(named option: String?) throws(Failure) -> Theme {
    let themes = themes
    if let option { return try themes.chosen(option, isFromEnvironment: false) }
    if let name = environment("CALLOFF_THEME"), !name.isEmpty {
      return try themes.chosen(name, isFromEnvironment: true)
    }
    guard let name = try configuration(themes: themes.names).theme else { return .standard }
    return try themes.chosen(name, isFromEnvironment: false)
  }
}

extension ThemeLibrary {
  fileprivate func chosen(_ name: String, isFromEnvironment: Bool) throws(Failure) -> Theme {
    do throws(ThemeError) { return try theme(named: name) } catch {
      throw Failure(error, isFromEnvironment: isFromEnvironment)
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
