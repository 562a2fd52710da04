import Themes

/// What the world around a command has to say of the workbench.
extension Surroundings {
  /// What is wished here, together with what the command line says.
  func wishes(options: Configuration = Configuration()) throws(Failure) -> Wishes {
    var wishes = wishesWithoutConfiguration
    wishes.options = options
    wishes.configuration = try configuration(themes: themes.names)
    return wishes
  }

  /// What can be said though `config.yaml` has a fault.
  var wishesWithoutConfiguration: Wishes {
    Wishes(
      environment: Configuration(theme: value(of: "CALLOFF_THEME")),
      isRemote: value(of: "SSH_CONNECTION") != nil || value(of: "SSH_TTY") != nil)
  }

  /// The value of an environment variable that is set and not empty.
  func value(of name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
