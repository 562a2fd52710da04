/// The value of a setting, and where it comes from.
struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The sources of settings, the one that overrides all others first.
  enum Origin: Hashable, Sendable {
    /// The command line.
    case option
    /// A variable of the environment.
    case environment
    /// The file `config.yaml`.
    case configuration
    /// The default.
    case standard
  }

  /// The value.
  let value: Value
  /// Where it comes from.
  let origin: Origin
}
