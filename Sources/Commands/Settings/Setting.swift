/// Something that can be chosen, and who chose it.
struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Who has a say, the one first that counts most.
  enum Origin: Hashable, Sendable {
    /// The command line.
    case option
    /// A variable of the environment.
    case environment
    /// The file `config.yaml`.
    case configuration
    /// Nobody, so it is as it always is.
    case standard
  }

  /// What was chosen.
  let value: Value
  /// Who chose it.
  let origin: Origin
}
