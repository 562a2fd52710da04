import Themes

/// The settings of the workbench.
extension CommandEnvironment {
  /// The settings from all sources, with those of the command line.
  func settings(options: Configuration = Configuration()) throws(Failure) -> ResolvedSettings {
    var settings = settingsWithoutConfiguration
    settings.options = options
    settings.configuration = try configuration(themes: themes.names)
    return settings
  }

  /// The settings without `config.yaml`, for when it is faulty.
  var settingsWithoutConfiguration: ResolvedSettings {
    ResolvedSettings(
      environment: Configuration(theme: value(of: "CALLOFF_THEME")),
      isRemote: value(of: "SSH_CONNECTION") != nil || value(of: "SSH_TTY") != nil)
  }

  /// The value of an environment variable that is set and not empty.
  func value(of name: String) -> String? {
    environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
