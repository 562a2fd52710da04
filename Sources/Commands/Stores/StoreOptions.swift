import ArgumentParser
import Sessions

/// The option that chooses the store.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store of plans to use, instead of `CALLOFF_STORE` or the user's own.",
      valueName: "path"),
    completion: .file())
  var store: String?

  /// The store that the caller chose.
  func location(in surroundings: CommandEnvironment, readOnly: Bool = false) -> StoreLocation {
    StoreLocation(named: store, in: surroundings, readOnly: readOnly)
  }
}
